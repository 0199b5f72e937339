import { useTranslation } from "react-i18next";
import { useSession } from "../../platform/session.ts";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import styles from "./pages.module.css";

const DATA = ["data1", "data2", "data3"] as const;
const SEE = ["see1", "see2", "see3"] as const;
const TEXTS = ["cookies", "rights", "source"] as const;

export function LegalPage() {
  const { t } = useTranslation("pages");
  const { demo } = useSession();
  return (
    <Page narrow>
      <PageHeader title={t("legal.title")} />
      <Section title={t("legal.who")}>
        <p>{demo ? t("legal.whoDemo") : t("legal.whoText")}</p>
      </Section>
      <Section title={t("legal.data")}>
        <ul className={styles.points}>
          {DATA.map((key) => (
            <li key={key}>{t(`legal.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("legal.see")}>
        <ul className={styles.points}>
          {SEE.map((key) => (
            <li key={key}>{t(`legal.${key}`)}</li>
          ))}
        </ul>
      </Section>
      {TEXTS.map((key) => (
        <Section key={key} title={t(`legal.${key}`)}>
          <p>{t(`legal.${key}Text`)}</p>
        </Section>
      ))}
    </Page>
  );
}
