import type { MetaLevel } from "@acquis/shared/badges/framework.schema.ts";
import { useTranslation } from "react-i18next";
import { newId } from "../../platform/new-id.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Level } from "../../ui/level.tsx";
import styles from "../manage.module.css";
import { BilingualField } from "./bilingual-field.tsx";
import { emptyCriterion, MAX_CRITERIA } from "./meta-badge-draft.ts";

interface LevelFieldsProps {
  value: MetaLevel;
  onChange: (level: MetaLevel) => void;
  /** Null for the last one: a meta-badge has a level or more. */
  onRemove: (() => void) | null;
  /** `path` is within the level: `criteria.0.text.fr`. */
  errorAt: (path: string) => string | null;
}

/** One level: what one can see somebody do who has reached it. */
export function LevelFields({ value, onChange, onRemove, errorAt }: LevelFieldsProps) {
  const { t } = useTranslation(["badgesRegion", "ui"]);
  const { level, criteria } = value;
  const name = t(`ui:levels.name${level}`);
  return (
    <Card as="li">
      <div className={styles.head}>
        <h3>
          <Level level={level} />
        </h3>
        {onRemove ? (
          <Button variant="subtle" onClick={onRemove}>
            {t("editor.removeLevel")}
            <span className="visually-hidden">{` : ${name}`}</span>
          </Button>
        ) : null}
      </div>
      <ol className={styles.stack}>
        {criteria.map((criterion, index) => (
          <li key={criterion.id} className={styles.removable}>
            <BilingualField
              label={t("editor.criterion", { number: index + 1 })}
              value={criterion.text}
              maxLength={240}
              lines={2}
              errorAt={(language) => errorAt(`criteria.${index}.text.${language}`)}
              onChange={(text) =>
                onChange({ level, criteria: criteria.with(index, { id: criterion.id, text }) })
              }
            />
            {criteria.length > 1 ? (
              <button
                type="button"
                className={styles.cross}
                aria-label={t("editor.removeCriterion", { number: index + 1, name })}
                onClick={() => onChange({ level, criteria: criteria.filter((one) => one !== criterion) })}
              >
                <Icon name="close" size={20} />
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {criteria.length < MAX_CRITERIA ? (
        <Button
          variant="default"
          className={styles.start}
          leftSection={<Icon name="plus" size={20} />}
          onClick={() => onChange({ level, criteria: [...criteria, emptyCriterion(newId())] })}
        >
          {t("editor.addCriterion")}
          <span className="visually-hidden">{` : ${name}`}</span>
        </Button>
      ) : null}
    </Card>
  );
}
