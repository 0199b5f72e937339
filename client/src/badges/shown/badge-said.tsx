import type { BadgeContent, RecognisedAs } from "@acquis/shared/badges/verifier.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../../platform/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Level } from "../../ui/level.tsx";
import { Narrative } from "./narrative.tsx";
import { SaidLink } from "./said-link.tsx";
import styles from "./shown.module.css";

/** Who gave a badge, when, until when. */
export function BadgeFacts({ badge }: { badge: BadgeContent }) {
  const { t } = useTranslation("badges");
  const format = useFormat();
  const { issuer, issuedOn, expiresOn } = badge;
  const over = expiresOn !== null && expiresOn < today();
  return (
    <ul className={styles.facts}>
      <li>{issuer.name ? t("issuer", { issuer: issuer.name }) : t("issuerUnknown")}</li>
      {issuedOn ? <li>{t("issuedOn", { day: format.day(issuedOn) })}</li> : null}
      {expiresOn ? <li>{t(over ? "expiredOn" : "expiresOn", { day: format.day(expiresOn) })}</li> : null}
    </ul>
  );
}

/** As which meta-badge, and at which level, the Région counts a badge; or that it does not. */
export function RecognisedLine({ as }: { as: RecognisedAs | null }) {
  const { t, i18n } = useTranslation("badges");
  if (!as) return <p className={styles.soft}>{t("notRecognised")}</p>;
  const name = i18n.language === "en" ? as.name.en : as.name.fr;
  return (
    <p className={styles.recognised}>
      <Icon name="medal" />
      <span className={styles.as}>
        <Link to="/badges/cadre/$metaBadgeId" params={{ metaBadgeId: as.metaBadgeId }}>
          {t(as.how === "framework" ? "framework" : "recognised", { name })}
        </Link>
        <Level level={as.level} />
      </span>
    </p>
  );
}

/** What a badge says of itself, in the words of those who made it. */
export function BadgeSaid({ badge }: { badge: BadgeContent }) {
  const { t } = useTranslation("badges");
  const { description, criteria, alignments } = badge;
  return (
    <dl className={styles.said}>
      {description ? (
        <div>
          <dt>{t("description")}</dt>
          <dd>{description}</dd>
        </div>
      ) : null}
      {criteria.narrative || criteria.url ? (
        <div>
          <dt>{t("criteria")}</dt>
          {criteria.narrative ? (
            <dd>
              <Narrative text={criteria.narrative} />
            </dd>
          ) : null}
          {criteria.url ? (
            <dd>
              <SaidLink url={criteria.url}>{t("criteriaLink")}</SaidLink>
            </dd>
          ) : null}
        </div>
      ) : null}
      {alignments.length > 0 ? (
        <div>
          <dt>{t("alignments")}</dt>
          {alignments.map(({ name, url }) => (
            <dd key={`${name} ${url}`}>{url ? <SaidLink url={url}>{name}</SaidLink> : name}</dd>
          ))}
        </div>
      ) : null}
    </dl>
  );
}
