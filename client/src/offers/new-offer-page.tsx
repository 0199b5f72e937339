import { useTranslation } from "react-i18next";
import { useQuestion } from "../candidates/use-question.ts";
import { newId } from "../platform/new-id.ts";
import { Page, PageHeader } from "../ui/page.tsx";
import { OfferEditor } from "./offer-editor.tsx";
import { useOfferDraft } from "./use-offer-draft.ts";

/** A new offer, from nothing or from a search. */
export function NewOfferPage() {
  const { t } = useTranslation("offers");
  const [question] = useQuestion();
  const writing = useOfferDraft(JSON.stringify(question), () => ({
    id: newId(),
    revision: 0,
    question,
    contract: null,
    title: "",
    description: "",
  }));
  return (
    <Page>
      <PageHeader
        back={{ to: "/employeur/offres", label: t("offer.back") }}
        title={t("editor.newTitle")}
        lead={t("editor.newLead")}
      />
      <OfferEditor writing={writing} status="draft" />
    </Page>
  );
}
