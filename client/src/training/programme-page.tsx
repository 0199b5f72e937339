import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../platform/new-id.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { toast } from "../ui/toast.tsx";
import { draftOf, type ProgrammeDraft } from "./programme-draft.ts";
import { ProgrammeForm } from "./programme-form.tsx";
import { useProgrammes } from "./use-programmes.ts";

/** Writes a new programme. */
export function NewProgrammePage() {
  const { t } = useTranslation("training");
  const [draft] = useState<ProgrammeDraft>(() => ({
    id: newId(),
    name: "",
    occupationCode: null,
    modules: [],
    revision: 0,
  }));
  return (
    <Page>
      <PageHeader
        title={t("programme.new")}
        lead={t("programme.newLead")}
        back={{ to: "/organisme/formations", label: t("programmes.title") }}
      />
      <Saving draft={draft} />
    </Page>
  );
}

/** Changes a programme. */
export function ProgrammePage() {
  const { t } = useTranslation("training");
  const { programmeId } = useParams({ strict: false });
  const programmes = useProgrammes();
  const title = programmes.data?.find(({ id }) => id === programmeId)?.name;
  return (
    <Page>
      <PageHeader
        title={title ?? t("programme.edit")}
        lead={t("programme.editLead")}
        back={{ to: "/organisme/formations", label: t("programmes.title") }}
      />
      <Loaded query={programmes}>
        {(found) => {
          const programme = found.find(({ id }) => id === programmeId);
          return programme ? (
            <Saving key={programme.id} draft={draftOf(programme)} />
          ) : (
            <EmptyState
              title={t("programme.unknown")}
              action={<ButtonLink to="/organisme/formations">{t("programmes.title")}</ButtonLink>}
            />
          );
        }}
      </Loaded>
    </Page>
  );
}

function Saving({ draft }: { draft: ProgrammeDraft }) {
  const { t } = useTranslation("training");
  const navigate = useNavigate();
  return (
    <ProgrammeForm
      initial={draft}
      onSaved={(name) => {
        toast.done(t("programme.saved", { name }));
        void navigate({ to: "/organisme/formations" });
      }}
    />
  );
}
