import { Link } from "@tanstack/react-router";
import type { ParseKeys } from "i18next";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Level } from "../ui/level.tsx";
import type { Fact } from "./history.ts";
import styles from "./sheet.module.css";
import { TakeAttestation } from "./take-attestation.tsx";

const icons: Record<Fact["kind"], IconName> = {
  declaration: "person",
  attestation: "stamp",
  badge: "medal",
  certification: "stamp",
  training: "calendar",
  asked: "mail",
  declined: "close",
  accepted: "check",
  contested: "alert",
  changed: "settings",
  withdrawn: "close",
  revoked: "close",
  leftSession: "out",
  passed: "check",
  skipped: "next",
  badgeExpired: "calendar",
  badgeRevoked: "close",
  badgeRemoved: "close",
  badgeReplaced: "check",
  badgeUnrecognised: "close",
  badgeChanged: "alert",
  badgeUnverified: "alert",
};

/** The sentence of a fact: the same fact reads differently with an experience, or about a training. */
function sentenceOf(fact: Fact): ParseKeys<"competency"> {
  if (fact.kind === "declaration" && fact.from) return "history.declarationWith";
  if (fact.kind === "badge" && fact.from) return "history.badgeNamed";
  if (fact.kind === "withdrawn" && fact.about === "training") return "history.withdrawnTraining";
  return `history.${fact.kind}`;
}

function FactLine({ fact }: { fact: Fact }) {
  const { t } = useTranslation("competency");
  const format = useFormat();
  const name = fact.who ?? fact.organisation ?? t("history.somebody");
  const who =
    fact.who && fact.organisation && fact.organisation !== fact.who
      ? `${fact.who} (${fact.organisation})`
      : name;
  return (
    <li className={styles.fact} data-ended={fact.ended}>
      <span className={styles.factIcon}>
        <Icon name={icons[fact.kind]} size={20} />
      </span>
      <div className={styles.words}>
        <time dateTime={fact.on} className={styles.soft}>
          {format.day(fact.on)}
        </time>
        <p className={styles.sentence}>
          {t(sentenceOf(fact), { who, from: fact.from })}
          {fact.ended ? <em className={styles.ended}> ({t("history.ended")})</em> : null}
        </p>
        {fact.level ? (
          <p>
            <Level level={fact.level} />
          </p>
        ) : null}
        {fact.text ? <p className={styles.quote}>{t("history.said", { text: fact.text })}</p> : null}
        {fact.badgeId ? (
          <Link
            to="/stagiaire/badges/$badgeId"
            params={{ badgeId: fact.badgeId }}
            className={styles.away ?? ""}
          >
            {t("history.seeBadge")}
          </Link>
        ) : null}
        {fact.evidenceId && !fact.ended ? <TakeAttestation evidenceId={fact.evidenceId} /> : null}
      </div>
    </li>
  );
}

/** Everything that happened, the latest first, down a line. */
export function HistoryList({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation("competency");
  if (facts.length === 0) return <p>{t("history.none")}</p>;
  return (
    <ol className={styles.history}>
      {facts.map((fact) => (
        <FactLine key={fact.id} fact={fact} />
      ))}
    </ol>
  );
}
