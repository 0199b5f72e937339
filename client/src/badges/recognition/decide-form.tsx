import { canDecideRecognition } from "@acquis/shared/badges/badges.policy.ts";
import { mayDecide } from "@acquis/shared/badges/recognition.rules.ts";
import type { RecognitionDecision } from "@acquis/shared/badges/recognition.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { MainButton } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import { useBadgeDesk } from "../local/use-badge-desk.ts";
import styles from "../manage.module.css";
import type { ComparisonRead } from "./use-comparison.ts";
import { useDecideRecognition } from "./use-recognition-commands.ts";

type Decision = RecognitionDecision["decision"];
const OTHERS = ["askMore", "refuse"] as const;

/** Recognise, ask for more, or refuse; about what was read, and nothing written since. */
export function DecideForm({ comparison }: { comparison: ComparisonRead }) {
  const { t } = useTranslation("badgesRegion");
  const { actor, status } = useBadgeDesk();
  const decide = useDecideRecognition();
  const [asking, setAsking] = useState<Decision | null>(null);
  const { recognition, localBadge } = comparison;
  if (!canDecideRecognition(actor, status) || !mayDecide(recognition.status)) return null;
  const close = () => {
    setAsking(null);
    decide.reset();
  };
  return (
    <Card as="section" look="tint" aria-labelledby="decide">
      <h2 id="decide">{t("decide.title")}</h2>
      <p>{t("decide.text", { name: localBadge.organisation.name })}</p>
      <div className={styles.buttons}>
        <MainButton onClick={() => setAsking("recognise")}>{t("decide.recognise")}</MainButton>
        {OTHERS.map((decision) => (
          <Button key={decision} variant="default" onClick={() => setAsking(decision)}>
            {t(`decide.${decision}`)}
          </Button>
        ))}
      </div>
      {asking ? (
        <ConfirmDialog
          open
          onClose={close}
          title={t(`decide.${asking}Title`)}
          text={t(`decide.${asking}Text`)}
          confirm={t(`decide.${asking}Confirm`)}
          reason={asking === "recognise" ? false : t(`decide.${asking}Why`)}
          busy={decide.isPending}
          error={decide.error}
          onConfirm={(reason) =>
            decide.mutate(
              { id: recognition.id, decision: asking, reason, contentHash: localBadge.contentHash },
              {
                onSuccess: () => {
                  close();
                  toast.done(t(`decide.${asking}Done`, { name: localBadge.organisation.name }));
                },
              },
            )
          }
        />
      ) : null}
    </Card>
  );
}
