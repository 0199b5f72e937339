import type { Check, Verdict } from "@acquis/shared/badges/verifier.schema.ts";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import { ChecksList } from "./checks-list.tsx";
import styles from "./shown.module.css";

interface ChecksSectionProps {
  verdict: Verdict;
  checks: readonly Check[];
  leaveOut?: Check["name"];
}

/** Whether there is nothing to read in the checks: a valid badge may still carry a word that falls. */
export const isAllWell = ({ verdict, checks }: Pick<ChecksSectionProps, "verdict" | "checks">) =>
  verdict === "valid" && checks.every(({ outcome }) => outcome === "passed" || outcome === "notApplicable");

/** The checks of a badge that was read before: folded while all is well, open as soon as something is not. */
export function ChecksSection({ verdict, checks, leaveOut }: ChecksSectionProps) {
  const { t } = useTranslation("badges");
  const list = <ChecksList checks={checks} {...(leaveOut ? { leaveOut } : {})} />;
  if (!isAllWell({ verdict, checks })) return <Section title={t("checks.title")}>{list}</Section>;
  return (
    <details className={styles.detail}>
      <summary>
        <h2 className={styles.folded}>{t("checks.title")}</h2>
      </summary>
      {list}
    </details>
  );
}
