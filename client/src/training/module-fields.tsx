import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { TextInput } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { LEVEL_VALUES } from "../ui/level-values.ts";
import { CompetencyPicker } from "../ui/pickers/suggestion-picker.tsx";
import fields from "./fields.module.css";
import { type DraftModule, type DraftTaught, MAX_TAUGHT } from "./programme-draft.ts";
import styles from "./training.module.css";

interface ModuleFieldsProps {
  module: DraftModule;
  index: number;
  count: number;
  /** What the occupation asks and no module teaches yet. */
  proposed: OccupationSheet["competencies"];
  nameError: string | null;
  teachesError: string | null;
  onChange: (module: DraftModule) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One module: its name, its place, and what it teaches, each with the level it leads to. */
export function ModuleFields(props: ModuleFieldsProps) {
  const { module, index, count, proposed, onChange } = props;
  const { t } = useTranslation(["training", "ui"]);
  const labelOf = useLabel();
  const name = module.name.trim() || t("programme.moduleNumber", { number: index + 1 });
  const add = (taught: DraftTaught) => onChange({ ...module, teaches: [...module.teaches, taught] });
  const set = (competencyId: string, patch: Partial<DraftTaught>) =>
    onChange({
      ...module,
      teaches: module.teaches.map((one) => (one.competencyId === competencyId ? { ...one, ...patch } : one)),
    });
  return (
    <Card as="li">
      <div className={fields.moduleHead}>
        <TextInput
          label={t("programme.moduleNumber", { number: index + 1 })}
          value={module.name}
          maxLength={120}
          required
          error={props.nameError}
          onChange={(event) => onChange({ ...module, name: event.currentTarget.value })}
        />
        <div className={fields.moves}>
          <button
            type="button"
            // At the end of its way it keeps the keyboard, which a disabled button would lose.
            aria-disabled={index === 0}
            onClick={() => index > 0 && props.onMove(-1)}
            aria-label={t("programme.moveUp", { name })}
          >
            <span className={fields.up}>
              <Icon name="next" size={20} />
            </span>
          </button>
          <button
            type="button"
            aria-disabled={index === count - 1}
            onClick={() => index < count - 1 && props.onMove(1)}
            aria-label={t("programme.moveDown", { name })}
          >
            <span className={fields.down}>
              <Icon name="next" size={20} />
            </span>
          </button>
          <button type="button" onClick={props.onRemove} aria-label={t("programme.removeModule", { name })}>
            <Icon name="close" size={20} />
          </button>
        </div>
      </div>
      {module.teaches.length > 0 ? (
        <ul className={fields.teaching} aria-label={t("programme.teaches", { name })}>
          {module.teaches.map((taught) => (
            <li key={taught.competencyId}>
              <span>{labelOf(taught)}</span>
              <select
                aria-label={t("programme.levelOf", { label: labelOf(taught) })}
                value={taught.level}
                onChange={(event) => {
                  const chosen = LEVEL_VALUES.find((one) => String(one) === event.currentTarget.value);
                  if (chosen) set(taught.competencyId, { level: chosen });
                }}
              >
                {LEVEL_VALUES.map((one) => (
                  <option key={one} value={one}>
                    {t(`ui:levels.name${one}`)}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className={fields.remove}
                aria-label={t("programme.removeCompetency", { label: labelOf(taught) })}
                onClick={() =>
                  onChange({
                    ...module,
                    teaches: module.teaches.filter((one) => one.competencyId !== taught.competencyId),
                  })
                }
              >
                <Icon name="close" size={18} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {module.teaches.length < MAX_TAUGHT ? (
        <CompetencyPicker
          label={t("programme.addCompetency")}
          error={props.teachesError}
          taken={module.teaches.map(({ competencyId }) => competencyId)}
          onPick={({ id, label, labelEn }) => add({ competencyId: id, label, labelEn, level: 3 })}
        />
      ) : null}
      {proposed.length > 0 ? (
        <details className={styles.fold}>
          <summary>{t("programme.proposed", { count: proposed.length })}</summary>
          <div className={fields.buttons}>
            {proposed.map((one) => (
              <Button
                key={one.id}
                variant="default"
                leftSection={<Icon name="plus" size={18} />}
                onClick={() =>
                  add({
                    competencyId: one.id,
                    label: one.label,
                    labelEn: one.labelEn,
                    level: one.level,
                  })
                }
              >
                {labelOf(one)}
              </Button>
            ))}
          </div>
        </details>
      ) : null}
    </Card>
  );
}
