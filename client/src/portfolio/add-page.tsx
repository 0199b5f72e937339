import { Link, type LinkProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import styles from "./ticks.module.css";

const WAYS = [
  { to: "/stagiaire/competences/ajouter/metier", words: "byOccupation", icon: "building" },
  { to: "/stagiaire/parcours/ajouter", words: "byExperience", icon: "book" },
  { to: "/stagiaire/competences/ajouter/partout", words: "transversal", icon: "people" },
  { to: "/stagiaire/competences/ajouter/recherche", words: "bySearch", icon: "search" },
] as const satisfies readonly { to: LinkProps["to"]; words: string; icon: IconName }[];

/** The four ways to add competencies, the easiest first. */
export function AddPage() {
  const { t } = useTranslation("competency");
  return (
    <Page narrow>
      <PageHeader
        title={t("add.title")}
        lead={t("add.lead")}
        back={{ to: "/stagiaire/competences", label: t("back") }}
      />
      <ul className={styles.ways}>
        {WAYS.map(({ to, words, icon }) => (
          <li key={to}>
            <Link to={to} className={styles.way}>
              <span className={styles.wayIcon}>
                <Icon name={icon} size={26} />
              </span>
              <span>
                <b>{t(`add.${words}`)}</b>
                <span>{t(`add.${words}Text`)}</span>
              </span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
