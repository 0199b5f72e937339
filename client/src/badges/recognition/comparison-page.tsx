import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Card } from "../../ui/card.tsx";
import { Level } from "../../ui/level.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { ComparisonFacts } from "./comparison-facts.tsx";
import { CriteriaComparison } from "./criteria-comparison.tsx";
import { DecideForm } from "./decide-form.tsx";
import { RecognitionHistory } from "./recognition-history.tsx";
import { RecognitionState } from "./recognition-state.tsx";
import { type ComparisonRead, useComparison } from "./use-comparison.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

/** A request side by side: facts only, the steward judges. */
export function ComparisonPage() {
  const { t } = useTranslation("badgesRegion");
  const { recognitionId = "" } = useParams({ strict: false });
  const comparison = useComparison(recognitionId);
  return (
    <Page>
      {comparison.data ? null : (
        <PageHeader
          title={t("compare.title")}
          back={{ to: "/region/badges/reconnaissances", label: t("requests.back") }}
        />
      )}
      <Loaded query={comparison}>{(found) => <Comparison found={found} />}</Loaded>
    </Page>
  );
}

function Comparison({ found }: { found: ComparisonRead }) {
  const { t } = useTranslation("badgesRegion");
  const say = useInLanguage();
  const format = useFormat();
  const { recognition, localBadge, criteria, besides } = found;
  const { metaBadge, level, status, history, note } = recognition;
  return (
    <>
      <PageHeader
        title={localBadge.name}
        back={{ to: "/region/badges/reconnaissances", label: t("requests.back") }}
        lead={localBadge.organisation.name}
        aside={<RecognitionState status={status} />}
      />
      <div className={styles.pair}>
        <Card as="section" aria-label={t("compare.asked")}>
          <div className={styles.badge}>
            <BadgePicture motif={metaBadge.motif} name={say(metaBadge.name)} size={88} />
            <div className={styles.badgeWords}>
              <h2>{say(metaBadge.name)}</h2>
              <Level level={level} />
              <p className={styles.soft}>{t("compare.version", { version: metaBadge.version })}</p>
            </div>
          </div>
        </Card>
        <Card as="section" aria-label={localBadge.name}>
          <div className={styles.badge}>
            <BadgePicture
              src={localBadge.image?.url}
              motif={localBadge.image?.motif}
              name={localBadge.name}
              size={88}
            />
            <div className={styles.badgeWords}>
              <h2>{localBadge.name}</h2>
              <p className={styles.text}>{localBadge.description}</p>
              <p className={styles.soft}>
                {t("compare.issued", { count: localBadge.issuedCount })}
                {" · "}
                {t("compare.changedOn", { day: format.shortDay(localBadge.changedOn) })}
              </p>
            </div>
          </div>
        </Card>
      </div>
      <ComparisonFacts facts={found.facts} issuerName={localBadge.issuer.name} />
      <Section title={t("compare.criteria")}>
        <CriteriaComparison criteria={criteria} besides={besides} />
      </Section>
      {note ? (
        <Section title={t("compare.note")}>
          <p className={`${styles.note} ${styles.text}`}>{note}</p>
        </Section>
      ) : null}
      <RecognitionHistory history={history} />
      <DecideForm key={`${recognition.revision} ${localBadge.contentHash}`} comparison={found} />
      <WithdrawButton recognition={recognition} issuedCount={localBadge.issuedCount} />
    </>
  );
}
