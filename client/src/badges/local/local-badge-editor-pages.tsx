import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../platform/new-id.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import styles from "../manage.module.css";
import { draftOf, emptyBadge, type LocalBadgeDraft } from "./local-badge-draft.ts";
import { LocalBadgeForm } from "./local-badge-form.tsx";
import { useBadgeDesk } from "./use-badge-desk.ts";
import { useLocalBadge } from "./use-local-badge.ts";

/** Describes a new badge of the organisation. */
export function NewLocalBadgePage() {
  const { t } = useTranslation("badgesDesk");
  const [draft] = useState(() => emptyBadge(newId));
  return (
    <Page narrow>
      <PageHeader
        title={t("form.newTitle")}
        lead={t("form.newLead")}
        back={{ to: "/nos-badges", label: t("badge.back") }}
      />
      <Saving draft={draft} sentImageUrl={null} />
    </Page>
  );
}

/** Changes a badge of the organisation. */
export function EditLocalBadgePage() {
  const { t } = useTranslation("badgesDesk");
  const { badgeId = "" } = useParams({ strict: false });
  const badge = useLocalBadge(badgeId);
  return (
    <Page narrow>
      <PageHeader
        title={t("form.editTitle")}
        lead={badge.data?.name}
        back={{ to: "/nos-badges/$badgeId", label: t("badge.backToIt") }}
      />
      <Loaded query={badge}>
        {(found) => (
          <>
            {found.recognitions.some(({ status }) => status === "recognised") ? (
              <p className={styles.note} data-tone="waiting">
                {t("form.recognisedWarning")}
              </p>
            ) : null}
            <Saving
              key={found.id}
              draft={draftOf(found)}
              sentImageUrl={found.image && found.image.motif === null ? found.image.url : null}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Saving({ draft, sentImageUrl }: { draft: LocalBadgeDraft; sentImageUrl: string | null }) {
  const { t } = useTranslation("badgesDesk");
  const { canManage } = useBadgeDesk();
  const navigate = useNavigate();
  if (!canManage) return <EmptyState title={t("notAllowed")} />;
  return (
    <LocalBadgeForm
      initial={draft}
      sentImageUrl={sentImageUrl}
      onSaved={(badgeId) => {
        toast.done(t("form.saved"));
        void navigate({ to: "/nos-badges/$badgeId", params: { badgeId } });
      }}
    />
  );
}
