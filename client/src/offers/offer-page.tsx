import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCandidateParts } from "../candidates/use-candidate-parts.tsx";
import { useQuestion, useQuestionAddress } from "../candidates/use-question.ts";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { Button } from "../ui/button.tsx";
import { ButtonLink, MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { toast } from "../ui/toast.tsx";
import { AskedList } from "./asked-list.tsx";
import { questionOfOffer } from "./offer-question.ts";
import { OfferStatus } from "./offer-status.tsx";
import styles from "./offers.module.css";
import { type Offer, useOffer } from "./use-offer.ts";
import { useCloseOffer, usePublishOffer } from "./use-offer-commands.ts";

/** One offer of the company, and the people it finds in the order of the rule. */
export function OfferPage() {
  const { t } = useTranslation("offers");
  const { id = "" } = useParams({ strict: false });
  const offer = useOffer(id);
  return (
    <Page>
      {offer.isError && !offer.data ? (
        <PageHeader back={{ to: "/employeur/offres", label: t("offer.back") }} title={t("offer.notShown")} />
      ) : null}
      <Loaded query={offer}>{(found) => <OwnOffer offer={found} />}</Loaded>
    </Page>
  );
}

function OwnOffer({ offer }: { offer: Offer }) {
  const { t } = useTranslation("offers");
  const format = useFormat();
  const addressOf = useQuestionAddress();
  const labelOf = useLabel();
  const [asked] = useQuestion();
  return (
    <>
      <PageHeader
        back={{ to: "/employeur/offres", label: t("offer.back") }}
        title={offer.title}
        lead={
          <span className={styles.lead}>
            <OfferStatus status={offer.status} />
            {offer.publishedOn ? t("offer.published", { day: format.day(offer.publishedOn) }) : null}
          </span>
        }
        action={<OfferAction offer={offer} />}
      />
      <Card>
        <dl className={styles.terms}>
          <div>
            <dt>{t("offer.neededBy")}</dt>
            <dd>{format.day(offer.neededBy)}</dd>
          </div>
          <div>
            <dt>{t("offer.place")}</dt>
            <dd>{offer.place.name}</dd>
          </div>
          <div>
            <dt>{t("offer.contract")}</dt>
            <dd>{t(`contracts.${offer.contract}`)}</dd>
          </div>
          {offer.occupationLabel ? (
            <div>
              <dt>{t("offer.occupation")}</dt>
              <dd>{labelOf({ label: offer.occupationLabel, labelEn: offer.occupationLabelEn })}</dd>
            </div>
          ) : null}
        </dl>
        {offer.description ? <p className={styles.description}>{offer.description}</p> : null}
        <div className={styles.askedLists}>
          <AskedList level="h2" title={t("offer.essential")} asked={offer.essential} />
          <AskedList level="h2" title={t("offer.useful")} asked={offer.useful} />
        </div>
      </Card>
      {offer.status === "closed" ? (
        <Section title={t("offer.closedTitle")}>
          <p>{t("offer.closedText")}</p>
          <div>
            <ButtonLink to="/employeur" search={addressOf({ ...asked, ...questionOfOffer(offer, labelOf) })}>
              {t("offer.searchAgain")}
            </ButtonLink>
          </div>
        </Section>
      ) : (
        <OfferCandidates offer={offer} />
      )}
    </>
  );
}

/** Filters and pages live in the address; asking for something else leaves for the search. */
function OfferCandidates({ offer }: { offer: Offer }) {
  const { Results } = useCandidateParts();
  const [asked, change] = useQuestion();
  const addressOf = useQuestionAddress();
  const labelOf = useLabel();
  const navigate = useNavigate();
  const question = { ...questionOfOffer(offer, labelOf), filters: asked.filters, page: asked.page };
  return (
    <Results
      question={question}
      fixedDate
      origin={{ offre: offer.id }}
      onChange={({ filters, page, ...more }, options) => {
        if (Object.keys(more).length === 0)
          change({ ...(filters ? { filters } : {}), ...(page ? { page } : {}) }, options);
        else void navigate({ to: "/employeur", search: addressOf({ ...question, page: 1, ...more }) });
      }}
    />
  );
}

/** What can be done with it now: publish a draft, change it, close what is open. */
function OfferAction({ offer }: { offer: Offer }) {
  const { t } = useTranslation("offers");
  const publish = usePublishOffer();
  const close = useCloseOffer();
  const [closing, setClosing] = useState(false);
  if (offer.status === "closed") return null;
  const change = { to: "/employeur/offres/$id/modifier", params: { id: offer.id } } as const;
  return (
    <>
      {offer.status === "draft" ? (
        <>
          <MainButton
            loading={publish.isPending}
            onClick={() => publish.mutate(offer.id, { onSuccess: () => toast.done(t("editor.published")) })}
          >
            {t("offer.publish")}
          </MainButton>
          <ButtonLink {...change}>{t("offer.change")}</ButtonLink>
          <FormProblem error={publish.error} />
        </>
      ) : (
        <ButtonLink {...change}>{t("offer.change")}</ButtonLink>
      )}
      <Button variant="default" onClick={() => setClosing(true)}>
        {t("offer.close")}
      </Button>
      <ConfirmDialog
        open={closing}
        onClose={() => setClosing(false)}
        title={t("offer.closeTitle")}
        text={t("offer.closeText")}
        confirm={t("offer.closeConfirm")}
        busy={close.isPending}
        error={close.error}
        onConfirm={() =>
          close.mutate(offer.id, {
            onSuccess: () => {
              setClosing(false);
              toast.done(t("offer.closed"));
            },
          })
        }
      />
    </>
  );
}
