import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFollowedPortfolio } from "../../attestations/use-followed-portfolio.ts";
import { useFormat } from "../../platform/format.ts";
import { useLabel } from "../../platform/use-label.ts";
import { CardList } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { CollectedCard } from "./collected-card.tsx";
import { useShownBadges } from "./use-shown-badges.ts";

/** The badges that a trainee chose to show, for those who follow them. */
export function ShownBadgesPage() {
  const { t } = useTranslation("collection");
  const format = useFormat();
  const labelOf = useLabel();
  const { traineeId = "" } = useParams({ strict: false });
  const name = useFollowedPortfolio(traineeId).data?.firstName ?? "";
  return (
    <Loaded query={useShownBadges(traineeId)}>
      {(badges) =>
        badges.length === 0 ? (
          <EmptyState title={t("followed.none")} text={t("followed.noneNext")} />
        ) : (
          <>
            <p>{t("followed.lead", { name })}</p>
            <CardList columns={2}>
              {badges.map((badge) => (
                <CollectedCard key={badge.id} badge={badge}>
                  {badge.proof.competencies.length > 0 ? (
                    <p>
                      {t("followed.proves", {
                        list: format.list(badge.proof.competencies.map((one) => labelOf(one))),
                      })}
                    </p>
                  ) : null}
                </CollectedCard>
              ))}
            </CardList>
          </>
        )
      }
    </Loaded>
  );
}
