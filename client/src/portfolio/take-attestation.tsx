import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAttestationAsBadge } from "../badges/collection/use-attestation-as-badge.ts";
import { useAccount } from "../platform/session.ts";
import { FormProblem } from "../ui/error-state.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./sheet.module.css";

/** An attestation received becomes a signed badge, which anybody can verify without us. */
export function TakeAttestation({ evidenceId }: { evidenceId: string }) {
  const { t } = useTranslation("competency");
  const { id } = useAccount();
  const take = useAttestationAsBadge();
  if (take.data)
    return (
      <Link
        to="/badges/credentials/$badgeId"
        params={{ badgeId: take.data.id }}
        className={styles.away ?? ""}
      >
        {t("history.seeTaken")}
      </Link>
    );
  return (
    <>
      <FormProblem error={take.error} />
      <TextButton
        disabled={take.isPending}
        aria-busy={take.isPending || undefined}
        onClick={() =>
          take.mutate({ traineeId: id, evidenceId }, { onSuccess: () => toast.done(t("history.taken")) })
        }
      >
        {t("history.take")}
      </TextButton>
    </>
  );
}
