import type { Portfolio, Visibility } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../ui/error-state.tsx";
import { Section } from "../ui/page.tsx";
import { toast } from "../ui/toast.tsx";
import { EmployerPreview } from "./employer-preview.tsx";
import styles from "./preferences.module.css";
import { useSaveVisibility } from "./use-save-visibility.ts";

const VISIBILITIES: readonly Visibility[] = ["private", "anonymous", "named"];

/** Who may find me: three answers in plain words, kept as soon as touched, and what an employer then sees. */
export function VisibilitySection({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useTranslation("preferences");
  const name = useId();
  const save = useSaveVisibility();
  // What was touched shows at once; a refusal brings back what is kept.
  const shown = save.isPending ? save.variables.visibility : portfolio.visibility;
  return (
    <Section title={t("visibility.title")}>
      <fieldset className={styles.group}>
        <legend>{t("visibility.legend")}</legend>
        <div className={styles.stack}>
          {VISIBILITIES.map((visibility) => (
            <label key={visibility} className={styles.box}>
              <input
                type="radio"
                name={name}
                checked={shown === visibility}
                onChange={() =>
                  save.mutate({ visibility }, { onSuccess: () => toast.done(t("visibility.saved")) })
                }
              />
              <span>
                <b>{t(`visibility.${visibility}`)}</b>
                <span className={styles.soft}>{t(`visibility.${visibility}Text`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <FormProblem error={save.error} />
      <EmployerPreview portfolio={{ ...portfolio, visibility: shown }} />
    </Section>
  );
}
