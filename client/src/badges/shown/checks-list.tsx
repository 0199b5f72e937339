import type { Check } from "@acquis/shared/badges/verifier.schema.ts";
import { useTranslation } from "react-i18next";
import { Shape, shapeOfOutcome } from "./shape.tsx";
import styles from "./shown.module.css";
import { useCheckText } from "./use-check-text.ts";

/** What is told to somebody who only wants to know whether a badge is true: of what could not be read, that alone. */
export function toldOf(checks: readonly Check[]): Check[] {
  const unread = checks.filter(({ name, outcome }) => name === "format" && outcome !== "passed");
  if (unread.length > 0) return unread;
  return checks.filter(
    ({ outcome, name, code }) =>
      outcome !== "notApplicable" ||
      (["status", "recognition", "recipient"].includes(name) && !code.endsWith(".notReached")),
  );
}

interface ChecksListProps {
  checks: readonly Check[];
  /** Not told when there was nothing to check, since the page says it otherwise. */
  leaveOut?: Check["name"];
}

/** The checks one by one, in their order, in plain words; what investigators need is folded under each. */
export function ChecksList({ checks, leaveOut }: ChecksListProps) {
  const { t } = useTranslation("badges");
  const say = useCheckText();
  const told = toldOf(checks).filter(({ name, outcome }) => name !== leaveOut || outcome !== "notApplicable");
  return (
    <ul className={styles.checks}>
      {told.map((check) => (
        <li key={check.name} data-outcome={check.outcome}>
          <Shape name={shapeOfOutcome[check.outcome]} />
          <div className={styles.words}>
            <p>
              <strong>{t(`checks.names.${check.name}`)}</strong>
              <span className={styles.outcome}>
                {" : "}
                {t(`checks.outcomes.${check.outcome}`)}
              </span>
            </p>
            <p>{say(check)}</p>
            {check.outcome === "passed" || check.outcome === "notApplicable" ? null : (
              <details className={styles.detail}>
                <summary>{t("checks.detail")}</summary>
                <p>
                  <code>{check.code}</code> <span lang="en">{check.detail}</span>
                </p>
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
