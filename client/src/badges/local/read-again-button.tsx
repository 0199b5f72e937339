import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { toast } from "../../ui/toast.tsx";
import { useReadAgain } from "./use-local-badge-commands.ts";

/** Reads a badge from elsewhere at its address again, and says what that may change. */
export function ReadAgainButton({ id }: { id: string }) {
  const { t } = useTranslation("badgesDesk");
  const read = useReadAgain();
  return (
    <>
      <Button
        variant="default"
        loading={read.isPending}
        onClick={() => read.mutate(id, { onSuccess: () => toast.done(t("badge.readDone")) })}
      >
        {t("badge.readAgain")}
      </Button>
      <FormProblem error={read.error} />
    </>
  );
}
