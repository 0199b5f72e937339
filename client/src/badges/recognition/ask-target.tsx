import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { useTranslation } from "react-i18next";
import { NativeSelect } from "../../ui/fields.tsx";
import type { useFrameworkChoice } from "../local/use-framework-choice.ts";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";

interface AskTargetProps {
  value: { metaBadgeId: string; level: Level } | null;
  onChange: (target: { metaBadgeId: string; level: Level } | null) => void;
  framework: ReturnType<typeof useFrameworkChoice>;
  error: string | null;
}

/** Recognised as what: a meta-badge, then one of its levels, with what it asks. */
export function AskTarget({ value, onChange, framework, error }: AskTargetProps) {
  const { t } = useTranslation("badgesDesk");
  const say = useInLanguage();
  const levels = value ? framework.levelsOf(value.metaBadgeId) : [];
  const criteria = value ? framework.criteriaOf(value.metaBadgeId, value.level) : [];
  return (
    <>
      <NativeSelect
        label={t("form.metaBadge")}
        value={value?.metaBadgeId ?? ""}
        error={error}
        data={[{ value: "", label: t("ask.choose") }, ...framework.metaBadges]}
        onChange={(event) => {
          const metaBadgeId = event.currentTarget.value;
          const level = framework.levelsOf(metaBadgeId)[0]?.level;
          onChange(level ? { metaBadgeId, level } : null);
        }}
      />
      {value ? (
        <NativeSelect
          label={t("form.level")}
          value={String(value.level)}
          data={levels}
          onChange={(event) => {
            const chosen = levels.find((one) => one.value === event.currentTarget.value);
            if (chosen) onChange({ ...value, level: chosen.level });
          }}
        />
      ) : null}
      {criteria.length > 0 ? (
        <div>
          <h3>{t("ask.asks")}</h3>
          <ul className={styles.bullets}>
            {criteria.map(({ id, text }) => (
              <li key={id}>{say(text)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
