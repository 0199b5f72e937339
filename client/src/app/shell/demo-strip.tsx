import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../../platform/session.ts";
import styles from "./shell.module.css";

/** Says that nothing here is real, and lets one change role in a click. */
export function DemoStrip() {
  const { t } = useTranslation("app");
  if (!useSession().demo) return null;
  return (
    <aside className={styles.demo} aria-label={t("demo.label")}>
      <span>{t("demo.text")}</span>
      <Link to="/connexion">{t("demo.change")}</Link>
      <Link to="/demo/mails">{t("demo.mails")}</Link>
    </aside>
  );
}
