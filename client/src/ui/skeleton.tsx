import { useTranslation } from "react-i18next";
import { Page } from "./page.tsx";
import styles from "./state.module.css";

/** Room kept for what is being read; says so to screen readers. */
export function Skeleton({ rows = 3, height = 96 }: { rows?: number; height?: number }) {
  const { t } = useTranslation("ui");
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{t("loading")}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index.toString()} className={styles.bar} style={{ height }} />
      ))}
    </div>
  );
}

/** A page that is on its way. */
export function PageSkeleton() {
  return (
    <Page>
      <div className={styles.bar} style={{ height: 44, maxWidth: 420 }} />
      <Skeleton />
    </Page>
  );
}
