import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import type { IssuedRead } from "./use-issued.ts";
import { useRevokeBadge } from "./use-issuing-commands.ts";

/** Revokes a badge, for good, with a reason that everybody will read. */
export function RevokeDialog({ badge, onClose }: { badge: IssuedRead; onClose: () => void }) {
  const { t } = useTranslation("badgesDesk");
  const revoke = useRevokeBadge();
  const name = badge.recipient?.name ?? t("issued.erased");
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t("revoke.title", { name })}
      text={t("revoke.text")}
      confirm={t("revoke.confirm")}
      reason={t("revoke.why")}
      busy={revoke.isPending}
      error={revoke.error}
      onConfirm={(reason) =>
        revoke.mutate(
          { id: badge.id, reason },
          {
            onSuccess: () => {
              onClose();
              toast.done(t("revoke.done", { name }));
            },
          },
        )
      }
    />
  );
}
