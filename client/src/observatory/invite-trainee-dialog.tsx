import { useTranslation } from "react-i18next";
import { useInvite } from "../training/use-invite.ts";
import { InviteDialog } from "../ui/invite-dialog.tsx";

/** Sends a one-time link to somebody who will keep a portfolio. */
export function InviteTraineeDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("observatory");
  const invite = useInvite();
  return (
    <InviteDialog
      open={open}
      onClose={onClose}
      title={t("invite.title")}
      text={t("invite.text")}
      onSend={(person, options) => invite.mutate({ role: "trainee", ...person }, options)}
      busy={invite.isPending}
      error={invite.error}
    />
  );
}
