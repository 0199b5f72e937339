import type { Programme, SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../platform/new-id.ts";
import { MainLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { toast } from "../ui/toast.tsx";
import { draftOfSession, newDraft, type SessionDraft } from "./session-draft.ts";
import { SessionForm } from "./session-form.tsx";
import { useProgrammes } from "./use-programmes.ts";
import { useSessionSheet } from "./use-session-sheet.ts";

/** Opens a session of a programme. */
export function NewSessionPage() {
  const { t } = useTranslation("training");
  const { formation } = useSearch({ strict: false });
  const [id] = useState(newId);
  return (
    <Page>
      <PageHeader
        title={t("sessionForm.new")}
        lead={t("sessionForm.newLead")}
        back={{ to: "/organisme", label: t("session.back") }}
      />
      <Loaded query={useProgrammes()}>
        {(programmes) =>
          programmes.length === 0 ? (
            <EmptyState
              title={t("programmes.nothing")}
              text={t("sessionForm.programmeFirst")}
              action={<MainLink to="/organisme/formations/nouvelle">{t("programmes.new")}</MainLink>}
            />
          ) : (
            <Saving
              programmes={programmes}
              draft={newDraft(id, programmes.find((one) => one.id === formation)?.id ?? null)}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

/** Changes a session: its dates, place, trainers, and the end of each module. */
export function EditSessionPage() {
  const { t } = useTranslation("training");
  const { sessionId = "" } = useParams({ strict: false });
  const programmes = useProgrammes();
  return (
    <Page>
      <PageHeader
        title={t("sessionForm.edit")}
        lead={t("sessionForm.editLead")}
        back={{ to: "/organisme/sessions/$sessionId", label: t("sessionForm.back") }}
      />
      <Loaded query={useSessionSheet(sessionId)}>
        {(sheet) => (
          <Loaded query={programmes}>
            {(found) => <Saving key={sheet.id} programmes={found} draft={draftOfSession(sheet)} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Saving({ programmes, draft }: { programmes: readonly Programme[]; draft: SessionDraft }) {
  const { t } = useTranslation("training");
  const navigate = useNavigate();
  const saved = ({ id, programmeName }: SessionSheet) => {
    toast.done(t("sessionForm.saved", { name: programmeName }));
    void navigate({ to: "/organisme/sessions/$sessionId", params: { sessionId: id } });
  };
  return <SessionForm initial={draft} programmes={programmes} onSaved={saved} />;
}
