import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { achievementHere } from "./own-address.ts";
import styles from "./shown.module.css";

/** An address that a badge names: ours opens here; that of others opens apart, and learns nothing of where one comes from. */
export function SaidLink({ url, children }: { url: string; children: string }) {
  const { t } = useTranslation("badges");
  const key = achievementHere(url);
  if (key)
    return (
      <Link to="/badges/achievements/$key" params={{ key }}>
        {children}
      </Link>
    );
  return (
    <a href={url} target="_blank" rel="noreferrer noopener nofollow">
      {children} <span className={styles.soft}>{t("newTab")}</span>
    </a>
  );
}
