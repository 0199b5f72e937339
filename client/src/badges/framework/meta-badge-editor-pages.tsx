import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../platform/new-id.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import { draftOf, emptyDraft, type MetaBadgeDraft } from "./meta-badge-draft.ts";
import { MetaBadgeForm } from "./meta-badge-form.tsx";
import { useFrameworkDrafts } from "./use-framework-drafts.ts";

const back = { to: "/region/badges" } as const;

/** Writes a new meta-badge; nobody else sees it until it is published. */
export function NewMetaBadgePage() {
  const { t } = useTranslation("badgesRegion");
  const [draft] = useState(() => emptyDraft(newId));
  return (
    <Page>
      <PageHeader
        title={t("editor.newTitle")}
        lead={t("editor.newLead")}
        back={{ ...back, label: t("sheet.back") }}
      />
      <Saving draft={draft} />
    </Page>
  );
}

/** Writes the draft of a meta-badge, or its next version. */
export function EditMetaBadgePage() {
  const { t } = useTranslation("badgesRegion");
  const { metaBadgeId } = useParams({ strict: false });
  const framework = useFrameworkDrafts();
  const found = framework.data?.find(({ id }) => id === metaBadgeId);
  const frozen = (found?.versions.length ?? 0) > 0;
  return (
    <Page>
      <PageHeader
        title={t("editor.editTitle")}
        lead={t(frozen ? "editor.nextLead" : "editor.newLead")}
        back={{ to: "/region/badges/$metaBadgeId", label: t("editor.back") }}
      />
      <Loaded query={framework}>
        {() => {
          const draft = found && found.status !== "retired" ? draftOf(found) : null;
          return draft ? (
            <Saving key={draft.id} draft={draft} />
          ) : (
            <EmptyState
              title={t("sheet.unknown")}
              action={<ButtonLink to="/region/badges">{t("sheet.back")}</ButtonLink>}
            />
          );
        }}
      </Loaded>
    </Page>
  );
}

function Saving({ draft }: { draft: MetaBadgeDraft }) {
  const { t } = useTranslation("badgesRegion");
  const navigate = useNavigate();
  return (
    <MetaBadgeForm
      initial={draft}
      onSaved={(metaBadgeId) => {
        toast.done(t("editor.saved"));
        void navigate({ to: "/region/badges/$metaBadgeId", params: { metaBadgeId } });
      }}
    />
  );
}
