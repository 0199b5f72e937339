import { useTranslation } from "react-i18next";
import styles from "./skip-link.module.css";

export const CONTENT_ID = "contenu";

/** The first stop of the keyboard: straight to what the page is about. */
export function SkipLink() {
  const { t } = useTranslation("ui");
  return (
    <a className={styles.skip} href={`#${CONTENT_ID}`}>
      {t("skip")}
    </a>
  );
}
