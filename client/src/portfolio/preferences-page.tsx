import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { CvSection } from "./cv-section.tsx";
import styles from "./preferences.module.css";
import { PreferencesForm } from "./preferences-form.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";
import { VisibilitySection } from "./visibility-section.tsx";

const PARTS = [
  { id: "ou", words: "where", icon: "place" },
  { id: "visibilite", words: "visibility", icon: "people" },
  { id: "cv", words: "cv", icon: "print" },
] as const;

/** The three parts of the page, one touch away. */
function Parts() {
  const { t } = useTranslation("preferences");
  return (
    <nav aria-label={t("parts")} className={styles.parts}>
      {PARTS.map(({ id, words, icon }) => (
        <a key={id} href={`#${id}`}>
          <Icon name={icon} size={20} />
          {t(`${words}.title`)}
        </a>
      ))}
    </nav>
  );
}

/** Where and when I look for work, who may see me, and my CV. */
export function PreferencesPage() {
  const { t } = useTranslation("preferences");
  return (
    <Page narrow>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Loaded query={useMyPortfolio()}>
        {(portfolio) => (
          <>
            <Parts />
            <div id="ou">
              <PreferencesForm from={portfolio.preferences} />
            </div>
            <div id="visibilite">
              <VisibilitySection portfolio={portfolio} />
            </div>
            <div id="cv">
              <CvSection portfolio={portfolio} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
