import { useTranslation } from "react-i18next";
import { InviteDialog } from "../ui/invite-dialog.tsx";
import { firstRoleOf } from "./organisations-kinds.ts";
import { type Organisation, useInviteMember } from "./use-organisations.ts";

interface InviteMemberDialogProps {
  organisation: Pick<Organisation, "id" | "name" | "kind">;
  open: boolean;
  onClose: () => void;
}

/** Invites somebody who will run the account of an organisation, and invite the others. */
export function InviteMemberDialog({ organisation, open, onClose }: InviteMemberDialogProps) {
  const { t } = useTranslation("organisations");
  const invite = useInviteMember();
  const { id: organisationId, kind, name } = organisation;
  return (
    <InviteDialog
      open={open}
      onClose={onClose}
      title={t("invite.title", { name })}
      text={t(`invite.text_${kind}`)}
      onSend={(person, options) =>
        invite.mutate({ organisationId, role: firstRoleOf[kind], ...person }, options)
      }
      busy={invite.isPending}
      error={invite.error}
    />
  );
}
