import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Section } from "../../ui/page.tsx";
import styles from "../manage.module.css";
import { Shape, type ShapeName } from "../shown/shape.tsx";
import type { ComparisonRead } from "./use-comparison.ts";

interface ComparisonFactsProps {
  facts: ComparisonRead["facts"];
  issuerName: string;
}

/** What can be told without judging: criteria covered, alignment, issuer, content since. */
export function ComparisonFacts({ facts, issuerName }: ComparisonFactsProps) {
  const { t } = useTranslation("badgesRegion");
  const format = useFormat();
  const lines: { key: string; shape: ShapeName; text: string }[] = [
    {
      key: "covered",
      shape: facts.covered === facts.expected ? "good" : "doubt",
      text: t("facts.covered", { count: facts.covered, expected: facts.expected }),
    },
    {
      key: "alignment",
      shape: facts.alignment === "filled" ? "good" : facts.alignment === "other" ? "doubt" : "none",
      text: t(`facts.alignment.${facts.alignment}`),
    },
    {
      key: "issuer",
      shape: facts.issuer === "unconfirmed" ? "doubt" : "good",
      text: t(`facts.issuer.${facts.issuer}`, { name: issuerName }),
    },
    {
      key: "content",
      shape: facts.contentChanged ? "broken" : "good",
      text: t(facts.contentChanged ? "facts.changed" : "facts.unchanged"),
    },
  ];
  if (facts.readOn)
    lines.push({ key: "readOn", shape: "good", text: t("facts.readOn", { day: format.day(facts.readOn) }) });
  return (
    <Section title={t("facts.title")}>
      <ul className={styles.facts}>
        {lines.map(({ key, shape, text }) => (
          <li key={key}>
            <Shape name={shape} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
