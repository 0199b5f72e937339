import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useQuestion } from "../candidates/use-question.ts";
import { useLabel } from "../platform/use-label.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { OfferEditor } from "./offer-editor.tsx";
import { questionOfOffer } from "./offer-question.ts";
import { type Offer, useOffer } from "./use-offer.ts";
import { useOfferDraft } from "./use-offer-draft.ts";

/** Changes an offer that is not closed. */
export function EditOfferPage() {
  const { t } = useTranslation("offers");
  const { id = "" } = useParams({ strict: false });
  return (
    <Page>
      <PageHeader
        back={{ to: "/employeur/offres", label: t("offer.back") }}
        title={t("editor.changeTitle")}
      />
      <Loaded query={useOffer(id)}>
        {(offer) =>
          offer.status === "closed" ? (
            <EmptyState title={t("offer.closedTitle")} text={t("offer.closedText")} />
          ) : (
            <Editing offer={offer} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Editing({ offer }: { offer: Offer }) {
  const [asked] = useQuestion();
  const labelOf = useLabel();
  const writing = useOfferDraft(offer.id, () => ({
    id: offer.id,
    revision: offer.revision,
    question: { ...asked, ...questionOfOffer(offer, labelOf) },
    contract: offer.contract,
    title: offer.title,
    description: offer.description,
  }));
  return <OfferEditor writing={writing} status={offer.status} />;
}
