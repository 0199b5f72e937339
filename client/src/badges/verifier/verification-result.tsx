import type { VerificationView } from "@acquis/shared/badges/verifier.schema.ts";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Card } from "../../ui/card.tsx";
import { Section } from "../../ui/page.tsx";
import { BadgeFacts, BadgeSaid, RecognisedLine } from "../shown/badge-said.tsx";
import { ChecksList } from "../shown/checks-list.tsx";
import { VerdictPanel } from "../shown/verdict.tsx";
import styles from "./reading.module.css";

interface VerificationResultProps {
  verification: VerificationView;
  /** A picture of it that is at hand: the file that was given. */
  picture?: string | null;
  /** What may be done now. */
  children?: ReactNode;
}

/** A badge judged: the verdict, what may be done, each check in its order, and what the badge says. */
export function VerificationResult({ verification, picture, children }: VerificationResultProps) {
  const { t } = useTranslation(["badgeReading", "badges"]);
  const format = useFormat();
  const { verdict, checks, badge, recognisedAs, checkedAt } = verification;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = badge?.name || t("unnamed", { ns: "badges" });
  return (
    <section className={styles.result} aria-labelledby="verification-result">
      <h2 id="verification-result" ref={heading} tabIndex={-1}>
        {badge ? name : t("result")}
      </h2>
      <VerdictPanel verdict={verdict}>
        <p className={styles.help}>{t("checkedAt", { time: format.time(checkedAt) })}</p>
      </VerdictPanel>
      {children}
      {badge ? (
        <Card look="quiet" className={styles.badge}>
          {picture ? <img src={picture} alt="" width={120} height={120} /> : null}
          <div className={styles.words}>
            <BadgeFacts badge={badge} />
            <RecognisedLine as={recognisedAs} />
            <BadgeSaid badge={badge} />
          </div>
        </Card>
      ) : null}
      <Section title={t("checks.title", { ns: "badges" })}>
        <ChecksList checks={checks} />
      </Section>
    </section>
  );
}
