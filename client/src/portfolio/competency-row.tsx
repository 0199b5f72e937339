import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { Level } from "../ui/level.tsx";
import { Mark } from "../ui/mark.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { attestationsContested, attestationsToAnswer, dayOf, proofOf } from "./evidence-reading.ts";
import styles from "./list.module.css";

/** Who proved it and when; or when it comes; or that only oneself says so. */
export function useProofText(): (competency: PortfolioCompetency) => string | null {
  const { t } = useTranslation("portfolio");
  const format = useFormat();
  return (competency) => {
    const proof = proofOf(competency);
    const [next] = competency.upcoming;
    if (proof?.by)
      return t("row.by", {
        who:
          proof.by.organisation && proof.by.organisation !== proof.by.name
            ? `${proof.by.name} (${proof.by.organisation})`
            : proof.by.name,
        day: format.day(dayOf(proof)),
      });
    if (competency.mark === "acquired") return t("row.bySelf");
    if (competency.mark === "upcoming" && next) return t("row.comes", { month: format.month(next.month) });
    return null;
  };
}

function RowBadges({ competency }: { competency: PortfolioCompetency }) {
  const { t } = useTranslation("portfolio");
  const answer = attestationsToAnswer([competency]).length > 0;
  const contested = attestationsContested([competency]).length > 0;
  if (!answer && !contested && !competency.requested) return null;
  return (
    <span className={styles.badges}>
      {answer ? <StatusBadge tone="sea">{t("row.answer")}</StatusBadge> : null}
      {competency.requested ? <StatusBadge tone="waiting">{t("row.asked")}</StatusBadge> : null}
      {contested ? <StatusBadge tone="problem">{t("row.contested")}</StatusBadge> : null}
    </span>
  );
}

/** One competency of the list: its mark, its level in words, who proved it; the whole row opens its sheet. */
export function CompetencyRow({ competency }: { competency: PortfolioCompetency }) {
  const { t } = useTranslation("portfolio");
  const label = useLabel()(competency);
  const proof = useProofText()(competency);
  const level = competency.provenLevel ?? competency.heldLevel ?? competency.upcoming[0]?.level ?? null;
  return (
    <li className={styles.row}>
      <Mark kind={competency.mark} size={30} hidden />
      <div className={styles.words}>
        <Link
          to="/stagiaire/competences/$competencyId"
          params={{ competencyId: competency.id }}
          className={styles.label}
        >
          {label}
        </Link>
        <span className={styles.state}>
          <strong>{t(`row.${competency.mark}`)}</strong>
          {level ? <Level level={level} /> : null}
        </span>
        {proof ? <span className={styles.proof}>{proof}</span> : null}
        <RowBadges competency={competency} />
      </div>
    </li>
  );
}
