import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { useBadgeDesk } from "../local/use-badge-desk.ts";
import { useLocalBadge } from "../local/use-local-badge.ts";
import styles from "../manage.module.css";
import { AskForm } from "./ask-form.tsx";
import { useComparison } from "./use-comparison.ts";

/** Asks the Région to recognise a badge, or asks again: which criterion meets which. */
export function AskRecognitionPage() {
  const { t } = useTranslation("badgesDesk");
  const { badgeId = "" } = useParams({ strict: false });
  const { demande } = useSearch({ strict: false });
  const { canManage } = useBadgeDesk();
  const badge = useLocalBadge(badgeId);
  return (
    <Page narrow>
      <PageHeader
        title={t(demande ? "ask.againTitle" : "ask.title")}
        lead={badge.data?.name}
        back={{ to: "/nos-badges/$badgeId", label: t("badge.backToIt") }}
      />
      {canManage ? (
        <Loaded query={badge}>
          {(found) => (demande ? <Again id={demande} /> : <AskForm badge={found} before={null} />)}
        </Loaded>
      ) : (
        <EmptyState title={t("notAllowed")} />
      )}
    </Page>
  );
}

function Again({ id }: { id: string }) {
  const { t } = useTranslation("badgesDesk");
  return (
    <Loaded query={useComparison(id)}>
      {({ recognition, localBadge }) => {
        const last = recognition.history.at(-1);
        return (
          <>
            {last && last.kind !== "asked" && last.reason ? (
              <p className={styles.note} data-tone="waiting">
                <strong>{t("recognition.answer")}</strong> {last.reason}
              </p>
            ) : null}
            <AskForm badge={localBadge} before={recognition} />
          </>
        );
      }}
    </Loaded>
  );
}
