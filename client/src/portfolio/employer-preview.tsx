import type { Portfolio } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { Card } from "../ui/card.tsx";
import { Icon } from "../ui/icon.tsx";
import { Level } from "../ui/level.tsx";
import { Mark } from "../ui/mark.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { proofOf } from "./evidence-reading.ts";
import styles from "./preview.module.css";

const SHOWN = 5;

function Competencies({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useTranslation("preferences");
  const labelOf = useLabel();
  const [all, setAll] = useState(false);
  const seen = portfolio.competencies.filter(({ mark }) => mark !== "missing");
  if (seen.length === 0) return <p>{t("preview.empty")}</p>;
  return (
    <>
      <ul className={styles.competencies}>
        {(all ? seen : seen.slice(0, SHOWN)).map((competency) => {
          const { mark, provenLevel, heldLevel, upcoming } = competency;
          const source = mark === "proven" ? proofOf(competency)?.by?.organisation : null;
          return (
            <li key={competency.id}>
              <Mark kind={mark} size={22} month={mark === "upcoming" ? (upcoming[0]?.month ?? null) : null} />
              <span>
                {labelOf(competency)}
                <span className={styles.soft}>
                  <Level level={provenLevel ?? heldLevel ?? upcoming[0]?.level ?? 1} />
                </span>
                {source ? <span className={styles.soft}>{t("preview.provenBy", { source })}</span> : null}
              </span>
            </li>
          );
        })}
      </ul>
      {seen.length > SHOWN ? (
        <TextButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("preview.less") : t("preview.more", { count: seen.length })}
        </TextButton>
      ) : null}
    </>
  );
}

function Facts({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useTranslation(["preferences", "offers"]);
  const format = useFormat();
  const labelOf = useLabel();
  const { areaLabel, radiusKm, availableFrom, contracts, occupations } = portfolio.preferences;
  return (
    <ul className={styles.facts}>
      <li>
        <Icon name="place" size={20} />
        {areaLabel ? t("preview.area", { area: areaLabel }) : t("preview.areaNone")}
      </li>
      <li>
        <Icon name="out" size={20} />
        {t("preview.radius", { km: radiusKm })}
      </li>
      <li>
        <Icon name="calendar" size={20} />
        {availableFrom
          ? t("preview.availableFrom", { day: format.day(availableFrom) })
          : t("preview.availableNow")}
      </li>
      <li>
        <Icon name="offer" size={20} />
        {contracts.length > 0
          ? t("preview.contracts", {
              list: format.list(contracts.map((kind) => t(`offers:contracts.${kind}`))),
            })
          : t("preview.anyContract")}
      </li>
      {occupations.length > 0 ? (
        <li>
          <Icon name="search" size={20} />
          {t("preview.occupations", { list: format.list(occupations.map(labelOf)) })}
        </li>
      ) : null}
    </ul>
  );
}

/** One's own card as an employer finds it: the fields the server gives them, no more. */
export function EmployerPreview({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useTranslation("preferences");
  const { visibility, firstName, lastName, experiences } = portfolio;
  return (
    <div className={styles.preview} aria-live="polite">
      <h3>{t("preview.title")}</h3>
      {visibility === "private" ? (
        <Card look="quiet">
          <p>{t("preview.nothing")}</p>
        </Card>
      ) : (
        <>
          <Card>
            <p className={styles.name}>
              <Icon name="person" size={28} />
              {visibility === "named" ? `${firstName} ${lastName}` : t("preview.anonymousName")}
            </p>
            <Facts portfolio={portfolio} />
            <h4>{t("preview.competencies")}</h4>
            <Competencies portfolio={portfolio} />
            {experiences.length > 0 ? (
              <>
                <h4>{t("preview.experiences")}</h4>
                <ul className={styles.path}>
                  {experiences.map(({ id, title }) => (
                    <li key={id}>{title}</li>
                  ))}
                </ul>
              </>
            ) : null}
          </Card>
          <p className={styles.soft}>{t("preview.hidden")}</p>
        </>
      )}
    </div>
  );
}
