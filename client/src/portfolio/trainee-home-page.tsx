import { useTranslation } from "react-i18next";
import { useAccount } from "../platform/session.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { HomeComing } from "./home-coming.tsx";
import { HomeOffers } from "./home-offers.tsx";
import { MarksSummary } from "./marks-summary.tsx";
import { nextStepOf } from "./next-step.ts";
import { NextStepCard } from "./next-step-card.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";

/** What I can do, what is coming, what employers look for; and first, the one thing to do next. */
export function TraineeHomePage() {
  const { t } = useTranslation("portfolio");
  const { firstName } = useAccount();
  const portfolio = useMyPortfolio();
  return (
    <Page>
      <PageHeader title={t("home.title", { name: firstName })} lead={t("home.lead")} />
      <Loaded query={portfolio}>
        {(mine) => {
          const step = nextStepOf(mine);
          return (
            <>
              <NextStepCard step={step} />
              {mine.competencies.length > 0 ? <MarksSummary competencies={mine.competencies} /> : null}
              <HomeComing competencies={mine.competencies} />
              {step.kind === "start" ? null : <HomeOffers />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
