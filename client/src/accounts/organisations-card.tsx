import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useAccount } from "../platform/session.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./organisations.module.css";
import { InviteMemberDialog } from "./organisations-invite-dialog.tsx";
import { type Organisation, useDecideOrganisation } from "./use-organisations.ts";

const tones = { pending: "waiting", approved: "good", suspended: "problem" } as const;

/** One organisation, and what the Région can do about it. */
export function OrganisationCard({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation("organisations");
  const format = useFormat();
  const own = useAccount().organisation?.id === organisation.id;
  const [asking, setAsking] = useState<"approved" | "suspended" | "invite" | null>(null);
  const decide = useDecideOrganisation();
  const { id, name, kind, status, siret, place, members, createdOn, statusReason } = organisation;
  const facts = [
    t(`kinds.${kind}`),
    place?.name,
    siret ? t("siret", { siret }) : null,
    t("members", { count: members ?? 0 }),
    t("since", { day: format.day(createdOn) }),
  ].filter(Boolean);
  const close = () => {
    setAsking(null);
    decide.reset();
  };
  const decision = asking === "approved" || asking === "suspended" ? asking : null;
  return (
    <Card as="li">
      <div className={styles.head}>
        <h3>{name}</h3>
        <StatusBadge tone={tones[status]}>{t(`statuses.${status}`)}</StatusBadge>
      </div>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      {status === "suspended" && statusReason ? <p>{t("reason", { reason: statusReason })}</p> : null}
      <div className={styles.actions}>
        {status === "approved" ? (
          <Button variant="default" onClick={() => setAsking("invite")}>
            {t("invite.open")}
            <span className="visually-hidden">{` : ${name}`}</span>
          </Button>
        ) : (
          <Button onClick={() => setAsking("approved")}>
            {t(status === "suspended" ? "decide.again" : "decide.approved")}
            <span className="visually-hidden">{` : ${name}`}</span>
          </Button>
        )}
        {status !== "suspended" && !own ? (
          <Button variant="default" onClick={() => setAsking("suspended")}>
            {t(status === "pending" ? "decide.refused" : "decide.suspended")}
            <span className="visually-hidden">{` : ${name}`}</span>
          </Button>
        ) : null}
      </div>
      {decision ? (
        <ConfirmDialog
          open
          onClose={close}
          title={t(`decide.${decision}Title`, { name })}
          text={t(`decide.${decision}Text`)}
          confirm={t(`decide.${decision}Confirm`)}
          reason={decision === "suspended" ? t("decide.why") : false}
          busy={decide.isPending}
          error={decide.error}
          onConfirm={(reason) =>
            decide.mutate(
              { id, decision, reason },
              {
                onSuccess: () => {
                  close();
                  toast.done(t(`decide.${decision}Done`, { name }));
                },
              },
            )
          }
        />
      ) : null}
      <InviteMemberDialog
        organisation={organisation}
        open={asking === "invite"}
        onClose={() => setAsking(null)}
      />
    </Card>
  );
}
