import type { Verdict } from "@acquis/shared/candidates/candidate.schema.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Card } from "../../ui/card.tsx";
import { LegendList } from "../../ui/legend.tsx";
import { Mark } from "../../ui/mark.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import styles from "./pages.module.css";
import {
  COUNT_KEYS,
  ESSENTIAL,
  type ExampleSkill,
  exampleQuery,
  laterMonth,
  type RankedExample,
  rankExample,
  USEFUL,
  whyBefore,
} from "./rule-example.ts";

const KEYS = ["key1", "key2", "key3", "key4", "key5", "key6"] as const;

function Line({ person, skill, verdict }: { person: string; skill: ExampleSkill; verdict: Verdict }) {
  const { t } = useTranslation("pages");
  const format = useFormat();
  const later = verdict.kind === "missing" ? laterMonth(person, skill) : null;
  const notes = {
    proven: null,
    acquired: null,
    upcoming: verdict.kind === "upcoming" ? t("rule.expected", { month: format.month(verdict.month) }) : null,
    close: t("rule.closeWith", { label: t("rule.skills.measure") }),
    missing: later ? t("rule.later", { month: format.month(later) }) : null,
  };
  const note = notes[verdict.kind];
  return (
    <li className={styles.line}>
      <Mark kind={verdict.kind} size={24} />
      <span>
        {t(`rule.skills.${skill}`)}
        {note ? <span className={styles.note}>{note}</span> : null}
      </span>
    </li>
  );
}

function Person({ one, next }: { one: RankedExample; next: RankedExample | undefined }) {
  const { t } = useTranslation("pages");
  const reason = next ? whyBefore(one, next) : null;
  const letter = next?.id ?? "";
  return (
    <Card as="li">
      <h3>{t("rule.person", { letter: one.id })}</h3>
      <div className={styles.verdicts}>
        <div>
          <p className={styles.kind}>{t("rule.essential")}</p>
          <ul>
            {ESSENTIAL.map((skill, index) => (
              <Line
                key={skill}
                person={one.id}
                skill={skill}
                verdict={one.essential[index] ?? { kind: "missing" }}
              />
            ))}
          </ul>
        </div>
        <div>
          <p className={styles.kind}>{t("rule.useful")}</p>
          <ul>
            {USEFUL.map((skill, index) => (
              <Line
                key={skill}
                person={one.id}
                skill={skill}
                verdict={one.useful[index] ?? { kind: "missing" }}
              />
            ))}
          </ul>
        </div>
        <dl className={styles.counts}>
          {COUNT_KEYS.map((key) => (
            <div key={key} data-decides={reason?.key === key}>
              <dt>{t(`rule.count.${key}`)}</dt>
              <dd>{one.counts[key]}</dd>
            </div>
          ))}
        </dl>
      </div>
      {reason ? (
        <p className={styles.because}>
          {reason.key === "turn"
            ? t("rule.because.turn", { letter })
            : t(`rule.because.${reason.key}`, { letter, a: reason.a, b: reason.b })}
        </p>
      ) : null}
    </Card>
  );
}

/** The ranking rule in plain words, with an example that the rule itself puts in order. */
export function RulePage() {
  const { t } = useTranslation("pages");
  const format = useFormat();
  const ranked = rankExample();
  return (
    <Page>
      <PageHeader title={t("rule.title")} lead={t("rule.lead")} />
      <Section title={t("rule.marks")}>
        <p className={styles.prose}>{t("rule.asked")}</p>
        <Card className={styles.prose}>
          <LegendList />
        </Card>
        <p className={styles.prose}>{t("rule.ready")}</p>
      </Section>
      <Section title={t("rule.keys")}>
        <p className={styles.prose}>{t("rule.keysText")}</p>
        <ol className={styles.keys}>
          {KEYS.map((key) => (
            <li key={key}>{t(`rule.${key}`)}</li>
          ))}
        </ol>
      </Section>
      <Section title={t("rule.never")}>
        <p className={styles.prose}>{t("rule.neverText")}</p>
      </Section>
      <Section title={t("rule.example")}>
        <p className={styles.prose}>
          {t("rule.exampleText", { month: format.month(exampleQuery.neededBy) })}
        </p>
        <ol className={styles.people}>
          {ranked.map((one, index) => (
            <Person key={one.id} one={one} next={ranked[index + 1]} />
          ))}
        </ol>
        <p className={styles.prose}>{t("rule.own")}</p>
      </Section>
    </Page>
  );
}
