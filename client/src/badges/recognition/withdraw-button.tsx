import { canDecideRecognition } from "@acquis/shared/badges/badges.policy.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import { useBadgeDesk } from "../local/use-badge-desk.ts";
import styles from "../manage.module.css";
import { useWithdrawRecognition } from "./use-recognition-commands.ts";
import type { RecognitionRead } from "./use-recognitions.ts";

interface WithdrawButtonProps {
  recognition: RecognitionRead;
  /** Badges given here: about how many people lose a proof. */
  issuedCount: number;
}

/** Takes a recognition back, for good, with its reason and how many people it touches. */
export function WithdrawButton({ recognition, issuedCount }: WithdrawButtonProps) {
  const { t } = useTranslation("badgesRegion");
  const { actor, status } = useBadgeDesk();
  const withdraw = useWithdrawRecognition();
  const [asking, setAsking] = useState(false);
  const stands = recognition.status === "recognised" || recognition.status === "changed";
  if (!stands || !canDecideRecognition(actor, status)) return null;
  const close = () => {
    setAsking(false);
    withdraw.reset();
  };
  return (
    <div className={styles.buttons}>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("withdraw.open")}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title={t("withdraw.title")}
        text={`${t("withdraw.text")} ${issuedCount > 0 ? t("withdraw.people", { count: issuedCount }) : ""}`.trim()}
        confirm={t("withdraw.confirm")}
        reason={t("withdraw.why")}
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={(reason) =>
          withdraw.mutate(
            { id: recognition.id, reason },
            {
              onSuccess: () => {
                close();
                toast.done(t("withdraw.done"));
              },
            },
          )
        }
      />
    </div>
  );
}
