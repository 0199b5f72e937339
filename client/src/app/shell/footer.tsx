import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import styles from "./shell.module.css";

export function Footer() {
  const { t } = useTranslation("app");
  return (
    <footer className={styles.footer}>
      <p>{t("motto")}</p>
      <Link to="/verifier">{t("footer.verifier")}</Link>
      <Link to="/badges">{t("footer.badges")}</Link>
      <Link to="/regle">{t("footer.rule")}</Link>
      <Link to="/accessibilite">{t("footer.accessibility")}</Link>
      <Link to="/mentions">{t("footer.legal")}</Link>
    </footer>
  );
}
