import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useFamilyLabel } from "../platform/use-label.ts";
import { Card } from "../ui/card.tsx";
import { Level } from "../ui/level.tsx";
import { Mark } from "../ui/mark.tsx";
import { useProofText } from "./competency-row.tsx";
import { proofOf } from "./evidence-reading.ts";
import styles from "./sheet.module.css";

/** Where a competency stands today: a large mark, its word, its level, who vouches for it. */
export function CompetencyStanding({ competency }: { competency: PortfolioCompetency }) {
  const { t } = useTranslation(["competency", "ui"]);
  const format = useFormat();
  const { mark, provenLevel, heldLevel, upcoming } = competency;
  const family = useFamilyLabel()(competency);
  const proof = useProofText()(competency);
  const level = provenLevel ?? heldLevel ?? upcoming[0]?.level ?? null;
  const month = upcoming[0] ? format.month(upcoming[0].month) : "";
  return (
    <Card className={styles.standing}>
      <Mark kind={mark} size={56} hidden />
      <div className={styles.words}>
        <p className={styles.state}>{t(`sheet.${mark}`)}</p>
        {level ? (
          <p>
            <Level level={level} />
          </p>
        ) : null}
        <p>
          {mark === "proven" && proofOf(competency)?.kind === "badge"
            ? t("sheet.provenBadgeText")
            : t(`sheet.${mark}Text`, { month })}
        </p>
        {mark === "proven" && proof ? <p className={styles.soft}>{proof}</p> : null}
        {provenLevel !== null && heldLevel !== null && heldLevel > provenLevel ? (
          <p className={styles.soft}>{t("sheet.own", { level: t(`ui:levels.name${heldLevel}`) })}</p>
        ) : null}
        {mark !== "upcoming" && upcoming[0] ? (
          <p className={styles.soft}>{t("sheet.upcomingText", { month })}</p>
        ) : null}
        {family ? <p className={styles.soft}>{t("sheet.family", { family })}</p> : null}
      </div>
    </Card>
  );
}
