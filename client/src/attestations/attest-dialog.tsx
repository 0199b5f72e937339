import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Mark } from "../ui/mark.tsx";
import { CompetencyPicker } from "../ui/pickers/suggestion-picker.tsx";
import { toast } from "../ui/toast.tsx";
import { AttestForm } from "./attest-form.tsx";
import styles from "./trainee.module.css";

interface AttestDialogProps {
  open: boolean;
  onClose: () => void;
  traineeId: string;
  name: string;
  competencies: readonly PortfolioCompetency[];
}

/** Attests unasked: first which competency (those not proven yet are at hand), then the attestation. */
export function AttestDialog({ open, onClose, traineeId, name, competencies }: AttestDialogProps) {
  const { t } = useTranslation("attestations");
  const labelOf = useLabel();
  const [chosen, setChosen] = useState<{ id: string; label: string } | null>(null);
  const close = () => {
    setChosen(null);
    onClose();
  };
  const known = competencies.find(({ id }) => id === chosen?.id);
  const waiting = competencies.filter(({ mark }) => mark === "acquired" || mark === "upcoming");
  return (
    <Dialog
      open={open}
      onClose={close}
      title={chosen ? t("trainee.attestThis", { name }) : t("trainee.attestWhich", { name })}
    >
      {chosen ? (
        <>
          <div className={styles.chosen}>
            <strong>{chosen.label}</strong>
            <Button variant="default" onClick={() => setChosen(null)}>
              {t("trainee.change")}
            </Button>
          </div>
          <AttestForm
            key={chosen.id}
            traineeId={traineeId}
            competencyId={chosen.id}
            level={known?.heldLevel ?? null}
            onCancel={close}
            onDone={() => {
              toast.done(t("attest.done", { name }));
              close();
            }}
          />
        </>
      ) : (
        <>
          <CompetencyPicker onPick={(picked) => setChosen({ id: picked.id, label: labelOf(picked) })} />
          {waiting.length > 0 ? (
            <div>
              <h3>{t("trainee.notProven")}</h3>
              <ul className={styles.choices}>
                {waiting.map((competency) => (
                  <li key={competency.id}>
                    <button
                      type="button"
                      onClick={() => setChosen({ id: competency.id, label: labelOf(competency) })}
                    >
                      <Mark kind={competency.mark} />
                      <span>{labelOf(competency)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </>
      )}
    </Dialog>
  );
}
