import type { MetaCriterion } from "@acquis/shared/badges/framework.schema.ts";
import type { LocalCriterion } from "@acquis/shared/badges/local-badge.schema.ts";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../../ui/fields.tsx";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";

interface MappingStepProps {
  criterion: MetaCriterion;
  local: readonly LocalCriterion[];
  chosen: (localCriterionId: string) => boolean;
  onToggle: (localCriterionId: string) => void;
}

/** One criterion of the framework: which of ours meet it. None may. */
export function MappingStep({ criterion, local, chosen, onToggle }: MappingStepProps) {
  const { t } = useTranslation("badgesDesk");
  const say = useInLanguage();
  return (
    <>
      <p className={styles.note}>
        <strong>{t("ask.expects")}</strong> {say(criterion.text)}
      </p>
      <fieldset className={styles.group}>
        <legend>{t("ask.which")}</legend>
        {local.map(({ id, text }) => (
          <Checkbox key={id} label={text} checked={chosen(id)} onChange={() => onToggle(id)} />
        ))}
      </fieldset>
      <p className={styles.soft}>{t("ask.noneIsFine")}</p>
    </>
  );
}
