import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { NativeSelect } from "../../ui/fields.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";
import { type DraftAlignment, MAX_ALIGNMENTS } from "./local-badge-draft.ts";
import { useFrameworkChoice } from "./use-framework-choice.ts";

interface AlignmentFieldsProps {
  value: readonly DraftAlignment[];
  onChange: (alignments: DraftAlignment[]) => void;
}

/** Which level of which meta-badge a badge says it meets; one line each. */
export function AlignmentFields({ value, onChange }: AlignmentFieldsProps) {
  const { t } = useTranslation("badgesDesk");
  const say = useInLanguage();
  const { metaBadges, levelsOf, criteriaOf } = useFrameworkChoice();
  const first = metaBadges[0];
  const startOf = (metaBadgeId: string): DraftAlignment | null => {
    const level = levelsOf(metaBadgeId)[0]?.level;
    return level ? { metaBadgeId, level, criterionId: null } : null;
  };
  return (
    <>
      {value.length === 0 ? null : (
        <ul className={styles.stack}>
          {value.map((one, index) => {
            const set = (next: DraftAlignment | null) => next && onChange(value.with(index, next));
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity, and is changed in place.
              <li key={index} className={styles.removable}>
                <div className={styles.pair}>
                  <NativeSelect
                    label={t("form.metaBadge")}
                    value={one.metaBadgeId}
                    data={metaBadges}
                    onChange={(event) => set(startOf(event.currentTarget.value))}
                  />
                  <NativeSelect
                    label={t("form.level")}
                    value={String(one.level)}
                    data={levelsOf(one.metaBadgeId)}
                    onChange={(event) => {
                      const chosen = event.currentTarget.value;
                      const found = levelsOf(one.metaBadgeId).find(({ value: level }) => level === chosen);
                      if (found) set({ ...one, level: found.level, criterionId: null });
                    }}
                  />
                  <NativeSelect
                    label={t("form.criterionAligned")}
                    value={one.criterionId ?? ""}
                    onChange={(event) => set({ ...one, criterionId: event.currentTarget.value || null })}
                    data={[
                      { value: "", label: t("form.wholeLevel") },
                      ...criteriaOf(one.metaBadgeId, one.level).map(({ id, text }) => ({
                        value: id,
                        label: say(text),
                      })),
                    ]}
                  />
                </div>
                <button
                  type="button"
                  className={styles.cross}
                  aria-label={t("form.removeAlignment", { number: index + 1 })}
                  onClick={() => onChange(value.filter((other) => other !== one))}
                >
                  <Icon name="close" size={20} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {first && value.length < MAX_ALIGNMENTS ? (
        <Button
          variant="default"
          className={styles.start}
          leftSection={<Icon name="plus" size={20} />}
          onClick={() => {
            const added = startOf(first.value);
            if (added) onChange([...value, added]);
          }}
        >
          {t("form.addAlignment")}
        </Button>
      ) : null}
    </>
  );
}
