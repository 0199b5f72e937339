import { useTranslation } from "react-i18next";
import { useLabel } from "../platform/use-label.ts";
import { Level } from "../ui/level.tsx";
import styles from "./offers.module.css";
import type { Offer } from "./use-offer.ts";

interface AskedListProps {
  title: string;
  asked: Offer["essential"];
  /** The heading that follows the one above it. */
  level?: "h2" | "h3";
}

/** The competencies an offer asks, each with its level. */
export function AskedList({ title, asked, level: Heading = "h3" }: AskedListProps) {
  const { t } = useTranslation("offers");
  const labelOf = useLabel();
  if (asked.length === 0) return null;
  return (
    <div className={styles.asked}>
      <Heading>{title}</Heading>
      <ul aria-label={t("askedFor", { title })}>
        {asked.map((one) => (
          <li key={one.competencyId}>
            <span>{labelOf(one)}</span>
            <Level level={one.level} />
          </li>
        ))}
      </ul>
    </div>
  );
}
