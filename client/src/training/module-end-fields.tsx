import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { Programme } from "@acquis/shared/training/training.schema.ts";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { DayField } from "../ui/date-fields.tsx";
import { Section } from "../ui/page.tsx";
import fields from "./fields.module.css";
import type { SessionDraft } from "./session-draft.ts";
import styles from "./training.module.css";

interface ModuleEndFieldsProps {
  modules: Programme["modules"];
  draft: SessionDraft;
  errorAt: (moduleId: string, index: number) => string | null;
  onChange: (moduleId: string, day: Day | null) => void;
  onSpread: () => void;
}

/** The day each module ends: what employers read as « prévue en … ». Spread evenly to begin with. */
export function ModuleEndFields({ modules, draft, errorAt, onChange, onSpread }: ModuleEndFieldsProps) {
  const { t } = useTranslation("training");
  const ready = draft.startsOn !== null && draft.endsOn !== null && draft.startsOn <= draft.endsOn;
  return (
    <Section
      title={t("sessionForm.ends")}
      aside={
        ready && draft.touched ? (
          <Button variant="subtle" onClick={onSpread}>
            {t("sessionForm.spread")}
          </Button>
        ) : null
      }
    >
      <p className={styles.soft}>{t("sessionForm.endsText")}</p>
      <Card>
        <ul className={fields.ends}>
          {modules.map((module, index) => (
            <li key={module.id}>
              <DayField
                label={module.name}
                value={draft.ends[module.id] ?? null}
                {...(draft.startsOn ? { min: draft.startsOn } : {})}
                {...(draft.endsOn ? { max: draft.endsOn } : {})}
                error={errorAt(module.id, index)}
                onChange={(day) => onChange(module.id, day)}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
