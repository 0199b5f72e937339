import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useDesk } from "../training/use-desk.ts";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Section } from "../ui/page.tsx";
import { FollowedCompetency } from "./followed-competency.tsx";
import { PendingRequests } from "./pending-requests.tsx";
import styles from "./trainee.module.css";
import { useFollowedPortfolio } from "./use-followed-portfolio.ts";

const MARKS = ["proven", "acquired", "upcoming", "missing"];
const FILTERS = ["all", "proven", "acquired", "upcoming"] as const;

/** As the server sorts them, but what is coming by date. */
function inOrder(competencies: readonly PortfolioCompetency[]): PortfolioCompetency[] {
  const due = ({ mark, upcoming }: PortfolioCompetency) =>
    mark === "upcoming" ? (upcoming[0]?.expectedOn ?? "") : "";
  const rank = ({ mark }: PortfolioCompetency) => MARKS.indexOf(mark);
  return [...competencies].sort((a, b) => rank(a) - rank(b) || due(a).localeCompare(due(b)));
}

/** The portfolio of a trainee as a trainer reads it: each competency with its mark, its level and its whole history. */
export function TraineePortfolioPage() {
  const { t } = useTranslation("attestations");
  const format = useFormat();
  const { isTrainer } = useDesk();
  const { traineeId = "" } = useParams({ strict: false });
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>("all");
  return (
    <Loaded query={useFollowedPortfolio(traineeId)}>
      {({ competencies, experiences, firstName }) => {
        const shown = inOrder(competencies).filter(({ mark }) => filter === "all" || mark === filter);
        return (
          <>
            {isTrainer ? <PendingRequests traineeId={traineeId} /> : null}
            <Section title={t("trainee.competencies")}>
              {competencies.length === 0 ? (
                <EmptyState
                  title={t("trainee.nothing", { name: firstName })}
                  text={t(isTrainer ? "trainee.nothingNext" : "trainee.nothingAdmin")}
                />
              ) : (
                <>
                  <fieldset className={styles.filters}>
                    <legend className="visually-hidden">{t("trainee.filter")}</legend>
                    {FILTERS.map((value) => {
                      const count = competencies.filter(
                        ({ mark }) => value === "all" || mark === value,
                      ).length;
                      return (
                        <button
                          key={value}
                          type="button"
                          aria-pressed={filter === value}
                          onClick={() => setFilter(value)}
                        >
                          {t(`trainee.filters.${value}`)} <span>{format.number(count)}</span>
                        </button>
                      );
                    })}
                  </fieldset>
                  {shown.length === 0 ? <p role="status">{t("trainee.noneHere")}</p> : null}
                  <ul className={styles.competencies}>
                    {shown.map((competency) => (
                      <FollowedCompetency
                        key={competency.id}
                        competency={competency}
                        traineeId={traineeId}
                        name={firstName}
                      />
                    ))}
                  </ul>
                </>
              )}
            </Section>
            {experiences.length > 0 ? (
              <Section title={t("trainee.experiences")}>
                <ul className={styles.experiences}>
                  {experiences.map((one) => (
                    <Card as="li" key={one.id} look="quiet">
                      <h3>{one.title}</h3>
                      <p className={styles.soft}>
                        {[
                          t(`trainee.kinds.${one.kind}`),
                          one.organisation,
                          one.endsOn
                            ? t("trainee.fromTo", {
                                from: format.month(one.startsOn),
                                to: format.month(one.endsOn),
                              })
                            : t("trainee.fromOn", { from: format.month(one.startsOn) }),
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </p>
                      {one.description ? <p className={styles.text}>{one.description}</p> : null}
                    </Card>
                  ))}
                </ul>
              </Section>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}
