import { canRevoke } from "@acquis/shared/attestations/attestations.policy.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../training/use-desk.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { toast } from "../ui/toast.tsx";
import { EvidenceEntry } from "./evidence-entry.tsx";
import styles from "./trainee.module.css";
import { useRevoke } from "./use-revoke.ts";

interface EvidenceHistoryProps {
  evidence: readonly Evidence[];
  traineeId: string;
  label: string;
}

/** Every fact behind a competency, the latest first: nothing is hidden, what was withdrawn says why. */
export function EvidenceHistory({ evidence, traineeId, label }: EvidenceHistoryProps) {
  const { t } = useTranslation("attestations");
  const { actor } = useDesk();
  const revoke = useRevoke();
  const [revoking, setRevoking] = useState<Evidence | null>(null);
  const mayRevoke = ({ kind, by, withdrawal }: Evidence) =>
    kind === "attestation" &&
    withdrawal === null &&
    by !== null &&
    canRevoke(actor, { givenBy: by.id, organisationId: by.organisationId });
  const close = () => {
    setRevoking(null);
    revoke.reset();
  };
  return (
    <>
      <ol className={styles.history}>
        {[...evidence].reverse().map((item) => (
          <EvidenceEntry key={item.id} item={item}>
            {mayRevoke(item) ? (
              <Button variant="default" onClick={() => setRevoking(item)} style={{ alignSelf: "flex-start" }}>
                {t("revoke.open")}
              </Button>
            ) : null}
          </EvidenceEntry>
        ))}
      </ol>
      <ConfirmDialog
        open={revoking !== null}
        onClose={close}
        title={t("revoke.title")}
        text={t("revoke.text", { label })}
        confirm={t("revoke.confirm")}
        reason={t("revoke.reason")}
        busy={revoke.isPending}
        error={revoke.error}
        onConfirm={(reason) => {
          if (!revoking) return;
          revoke.mutate(
            { evidenceId: revoking.id, traineeId, reason: reason.replace(/\s+/g, " ") },
            {
              onSuccess: () => {
                toast.done(t("revoke.done"));
                close();
              },
            },
          );
        }}
      />
    </>
  );
}
