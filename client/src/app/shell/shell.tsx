import { Outlet, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../../platform/session.ts";
import { CONTENT_ID, SkipLink } from "../../ui/skip-link.tsx";
import { DemoStrip } from "./demo-strip.tsx";
import { Footer } from "./footer.tsx";
import { Navigation } from "./navigation-bar.tsx";
import styles from "./shell.module.css";
import { TopBar } from "./top-bar.tsx";

/** What surrounds every page: bar, navigation (below on a phone, beside on a desk), content, footer. */
export function Shell() {
  const { t } = useTranslation("app");
  const { account } = useSession();
  const loading = useRouterState({ select: (state) => state.isLoading });
  const organisation = account?.organisation;
  // An employer who waits has a page that says so.
  const tellsItself = account?.role === "employer" && organisation?.status === "pending";
  return (
    <div className={styles.shell} data-signed={Boolean(account)}>
      <SkipLink />
      <div className={styles.progress} data-on={loading} aria-hidden="true" />
      <TopBar account={account} />
      <DemoStrip />
      <div className={styles.middle}>
        {account ? <Navigation role={account.role} /> : null}
        <main id={CONTENT_ID} tabIndex={-1} className={styles.main}>
          {organisation && organisation.status !== "approved" && !tellsItself ? (
            <p className={styles.notice}>{t(organisation.status, { name: organisation.name })}</p>
          ) : null}
          <Outlet />
        </main>
      </div>
      <Footer />
    </div>
  );
}
