import { useTranslation } from "react-i18next";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import styles from "./pages.module.css";

const DONE = ["done1", "done2", "done3", "done4", "done5"] as const;
const LIMITS = ["limit1", "limit2", "limit3"] as const;

export function AccessibilityPage() {
  const { t } = useTranslation("pages");
  return (
    <Page narrow>
      <PageHeader title={t("accessibility.title")} lead={t("accessibility.lead")} />
      <Section title={t("accessibility.state")}>
        <p>{t("accessibility.stateText")}</p>
      </Section>
      <Section title={t("accessibility.done")}>
        <ul className={styles.points}>
          {DONE.map((key) => (
            <li key={key}>{t(`accessibility.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("accessibility.limits")}>
        <ul className={styles.points}>
          {LIMITS.map((key) => (
            <li key={key}>{t(`accessibility.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("accessibility.help")}>
        <p>{t("accessibility.helpText")}</p>
        <p>
          <a href="https://formulaire.defenseurdesdroits.fr/">{t("accessibility.helpLink")}</a>
        </p>
      </Section>
    </Page>
  );
}
