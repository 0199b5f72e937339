import type { ExperienceKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icon.tsx";
import styles from "./experience.module.css";
import { KINDS, kindIcons } from "./experience-kinds.ts";

/** What kind of experience it was, as four drawings with their words. */
export function ExperienceKindField(props: {
  value: ExperienceKind;
  onChange: (kind: ExperienceKind) => void;
}) {
  const { t } = useTranslation("experiences");
  const name = useId();
  return (
    <fieldset className={styles.kinds}>
      <legend>{t("form.kind")}</legend>
      <div>
        {KINDS.map((kind) => (
          <label key={kind} className={styles.kind}>
            <input
              type="radio"
              name={name}
              checked={props.value === kind}
              onChange={() => props.onChange(kind)}
            />
            <Icon name={kindIcons[kind]} size={26} />
            <span>
              <b>{t(`kinds.${kind}`)}</b>
              <span className={styles.soft}>{t(`kindTexts.${kind}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
