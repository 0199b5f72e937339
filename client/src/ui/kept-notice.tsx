import { useTranslation } from "react-i18next";
import type { Kept } from "../platform/use-kept.ts";
import { TextButton } from "./text-button.tsx";

/** Says that a form was started earlier, and lets one start over. */
export function KeptNotice({
  of: { restored, restart },
}: {
  of: Pick<Kept<unknown>, "restored" | "restart">;
}) {
  const { t } = useTranslation("ui");
  if (!restored) return null;
  return (
    <p role="status">
      {t("kept.text")} <TextButton onClick={restart}>{t("kept.restart")}</TextButton>
    </p>
  );
}
