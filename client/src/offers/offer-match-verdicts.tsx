import type { ShownVerdict } from "@acquis/shared/candidates/candidate.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMyTrainers } from "../attestations/use-my-trainers.ts";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { Button } from "../ui/button.tsx";
import { ButtonLink } from "../ui/button-link.tsx";
import { Mark } from "../ui/mark.tsx";
import styles from "./matches.module.css";
import { OfferMatchDeclare } from "./offer-match-declare.tsx";

/** The verdict in one plain sentence. */
function useVerdictText(): (shown: ShownVerdict) => string {
  const { t } = useTranslation(["matches", "ui"]);
  const format = useFormat();
  const labelOf = useLabel();
  return ({ verdict, closeLabel, closeLabelEn, heldLevel, later }) => {
    if (verdict.kind === "upcoming") return t("verdict.upcoming", { month: format.month(verdict.month) });
    if (verdict.kind === "proven" || verdict.kind === "acquired") return t(`verdict.${verdict.kind}`);
    if (heldLevel) return t("verdict.below", { level: t(`ui:levels.name${heldLevel}`) });
    if (later) return t("verdict.later", { month: format.month(later) });
    return verdict.kind === "close" && closeLabel
      ? t("verdict.close", { near: labelOf({ label: closeLabel, labelEn: closeLabelEn }) })
      : t("verdict.missing");
  };
}

interface VerdictProps {
  shown: ShownVerdict;
  onDeclare: () => void;
  /** There is a trainer to ask for a proof. */
  mayAsk: boolean;
}

function Verdict({ shown, onDeclare, mayAsk }: VerdictProps) {
  const { t } = useTranslation(["matches", "ui"]);
  const textOf = useVerdictText();
  const { competencyId, verdict, heldLevel } = shown;
  const label = useLabel()(shown);
  const params = { competencyId };
  return (
    <li className={styles.verdict}>
      <Mark kind={verdict.kind} size={30} hidden />
      <div className={styles.words}>
        <h3>{label}</h3>
        <p>{textOf(shown)}</p>
        <p className={styles.soft}>{t("verdict.asked", { level: t(`ui:levels.name${shown.level}`) })}</p>
        {verdict.kind === "acquired" && mayAsk ? (
          <ButtonLink
            to="/stagiaire/competences/$competencyId/demander"
            params={params}
            aria-label={t("verdict.askAbout", { label })}
          >
            {t("verdict.ask")}
          </ButtonLink>
        ) : null}
        {verdict.kind === "close" || verdict.kind === "missing" ? (
          <Button
            variant="default"
            onClick={onDeclare}
            aria-label={t(heldLevel ? "verdict.raiseAbout" : "verdict.haveAbout", { label })}
          >
            {t(heldLevel ? "verdict.raise" : "verdict.have")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** The competencies an offer asks, each with one's own verdict and what to do about it. */
export function OfferMatchVerdicts({ verdicts }: { verdicts: readonly ShownVerdict[] }) {
  const trainers = useMyTrainers();
  const [declaring, setDeclaring] = useState<ShownVerdict | null>(null);
  return (
    <>
      <ul className={styles.verdicts}>
        {verdicts.map((shown) => (
          <Verdict
            key={shown.competencyId}
            shown={shown}
            mayAsk={(trainers.data?.length ?? 0) > 0}
            onDeclare={() => setDeclaring(shown)}
          />
        ))}
      </ul>
      <OfferMatchDeclare shown={declaring} onClose={() => setDeclaring(null)} />
    </>
  );
}
