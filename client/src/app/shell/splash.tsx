import { useTranslation } from "react-i18next";
import { Logo } from "../../ui/logo.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import styles from "./shell.module.css";

/** The very first moment, on a slow line: whose page this is, and that it is on its way. */
export function Splash() {
  const { t } = useTranslation("app");
  return (
    <div className={styles.shell}>
      <div className={styles.bar}>
        <span className={styles.brand}>
          <Logo />
          {t("name")}
        </span>
      </div>
      <main className={styles.main}>
        <PageSkeleton />
      </main>
    </div>
  );
}
