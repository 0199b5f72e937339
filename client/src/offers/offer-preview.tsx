import { useTranslation } from "react-i18next";
import { useCandidateSearch } from "../candidates/use-candidate-search.ts";
import type { Question } from "../candidates/use-question.ts";
import { useFormat } from "../platform/format.ts";
import { Card } from "../ui/card.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { MarkRow } from "../ui/mark.tsx";
import styles from "./offers.module.css";

const SHOWN = 3;

/** Whom the offer finds as it stands: counted while one writes. */
export function OfferPreview({ question }: { question: Question }) {
  const { t } = useTranslation("offers");
  const format = useFormat();
  const found = useCandidateSearch(question);
  const asked = question.essential.length > 0;
  return (
    <Card as="section" look="tint" className={styles.preview} aria-label={t("preview.title")}>
      <h2>{t("preview.title")}</h2>
      {!asked ? (
        <p>{t("preview.nothing")}</p>
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <div role="status" className={styles.previewCount} data-old={found.isPlaceholderData}>
          <p>
            <strong>{found.data ? format.number(found.data.total) : "…"}</strong>
            {t("preview.found", { count: found.data?.total ?? 0 })}
          </p>
          <p>
            <strong>{found.data ? format.number(found.data.allReady) : "…"}</strong>
            {t("preview.ready", {
              count: found.data?.allReady ?? 0,
              day: format.shortDay(question.neededBy),
            })}
          </p>
        </div>
      )}
      {asked && found.data && found.data.results.length > 0 ? (
        <>
          <p>{t("preview.first")}</p>
          <ul>
            {found.data.results.slice(0, SHOWN).map(({ id, essential }) => (
              <li key={id}>
                <MarkRow
                  items={essential.map(({ label, verdict }) => ({
                    kind: verdict.kind,
                    label,
                    month: verdict.kind === "upcoming" ? verdict.month : null,
                  }))}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
