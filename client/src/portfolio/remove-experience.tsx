import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { toast } from "../ui/toast.tsx";
import { useRemoveExperience } from "./use-remove-experience.ts";

/** Removes an experience, after asking. */
export function RemoveExperience({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const { t } = useTranslation("experiences");
  const [open, setOpen] = useState(false);
  const remove = useRemoveExperience();
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)} style={{ alignSelf: "flex-start" }}>
        {t("form.remove")}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("form.removeTitle")}
        text={t("form.removeText")}
        confirm={t("form.remove")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(
            { id },
            {
              onSuccess: () => {
                toast.done(t("form.removed"));
                onRemoved();
              },
            },
          )
        }
      />
    </>
  );
}
