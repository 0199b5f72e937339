import { useTranslation } from "react-i18next";
import { Level } from "../ui/level.tsx";
import styles from "./offers.module.css";
import type { Offer } from "./use-offer.ts";

/** The competencies an offer asks, each with its level. */
export function AskedList({ title, asked }: { title: string; asked: Offer["essential"] }) {
  const { t } = useTranslation("offers");
  if (asked.length === 0) return null;
  return (
    <div className={styles.asked}>
      <h3>{title}</h3>
      <ul aria-label={t("askedFor", { title })}>
        {asked.map(({ competencyId, label, level }) => (
          <li key={competencyId}>
            <span>{label}</span>
            <Level level={level} />
          </li>
        ))}
      </ul>
    </div>
  );
}
