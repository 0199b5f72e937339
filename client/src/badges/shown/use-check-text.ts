import type { Check } from "@acquis/shared/badges/verifier.schema.ts";
import type { ParseKeys } from "i18next";
import { useTranslation } from "react-i18next";

/** What a check found, in a sentence; a code without words (an older page, a newer server) says its outcome. */
export function useCheckText(): (check: Check) => string {
  const { t, i18n } = useTranslation(["badgeChecks", "badges"]);
  return ({ code, outcome }) =>
    i18n.exists(code, { ns: "badgeChecks" })
      ? t(code as ParseKeys<"badgeChecks">)
      : t(`checks.outcomes.${outcome}`, { ns: "badges" });
}
