import { Link, Outlet, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../training/use-desk.ts";
import { MainButton } from "../ui/button-link.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { AttestDialog } from "./attest-dialog.tsx";
import styles from "./trainee.module.css";
import { TraineeSummary } from "./trainee-summary.tsx";
import { useFollowedPortfolio } from "./use-followed-portfolio.ts";

/** Around the pages about one trainee: who, what sums them up, and the way from one page to the other. */
export function TraineeFrame() {
  const { t } = useTranslation("attestations");
  const { to, isTrainer } = useDesk();
  const { traineeId } = useParams({ strict: false });
  const { session } = useSearch({ strict: false });
  const portfolio = useFollowedPortfolio(traineeId ?? "");
  const [attesting, setAttesting] = useState(false);
  const back = isTrainer
    ? ({ to: "/formateur/stagiaires", label: t("trainee.back") } as const)
    : { to: to.home };
  const link = { params: { traineeId: traineeId ?? "" }, search: session ? { session } : {} };
  const tab = {
    ...link,
    className: styles.tab ?? "",
    activeOptions: { exact: true, includeSearch: false },
    activeProps: { "aria-current": "page" as const },
  };
  return (
    <Page>
      {portfolio.isError && !portfolio.data ? <PageHeader title={t("trainee.title")} back={back} /> : null}
      <Loaded query={portfolio} waiting={<PageSkeleton />}>
        {({ firstName, lastName, competencies }) => (
          <>
            <PageHeader
              title={`${firstName} ${lastName}`}
              back={back}
              lead={
                competencies.length === 0 ? (
                  t("trainee.empty")
                ) : (
                  <TraineeSummary competencies={competencies} />
                )
              }
              action={
                isTrainer ? (
                  <MainButton
                    leftSection={<Icon name="stamp" size={20} />}
                    onClick={() => setAttesting(true)}
                  >
                    {t("trainee.attest")}
                  </MainButton>
                ) : null
              }
            />
            <nav className={styles.tabs} aria-label={t("trainee.tabs", { name: firstName })}>
              <Link to={to.trainee} {...tab}>
                {t("trainee.portfolio")}
              </Link>
              <Link to={to.path} {...tab}>
                {t("trainee.path")}
              </Link>
              <Link to={to.badges} {...tab}>
                {t("trainee.shownBadges")}
              </Link>
            </nav>
            <Outlet />
            <AttestDialog
              open={attesting}
              onClose={() => setAttesting(false)}
              traineeId={traineeId ?? ""}
              name={firstName}
              competencies={competencies}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
