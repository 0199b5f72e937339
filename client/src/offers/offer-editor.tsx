import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../platform/problem.ts";
import { Button } from "../ui/button.tsx";
import { MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { KeptNotice } from "../ui/kept-notice.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { toast } from "../ui/toast.tsx";
import { OfferPreview } from "./offer-preview.tsx";
import { StepText } from "./offer-step-text.tsx";
import { StepWhat } from "./offer-step-what.tsx";
import { StepWhen } from "./offer-step-when.tsx";
import styles from "./offers.module.css";
import { type Offer, offerQuery } from "./use-offer.ts";
import { usePublishOffer, useSaveOffer } from "./use-offer-commands.ts";
import { inputOf, missingIn, STEPS, type useOfferDraft } from "./use-offer-draft.ts";

export type Writing = ReturnType<typeof useOfferDraft>;

/** Three steps: what is asked, when and where, the text. Beside them, whom the offer finds as it stands. */
export function OfferEditor({ writing, status }: { writing: Writing; status: Offer["status"] }) {
  const { t } = useTranslation("offers");
  const { draft, change } = writing;
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const save = useSaveOffer();
  const publish = usePublishOffer();
  const client = useQueryClient();
  const stale = problemOf(save.error).code === "stale_revision";
  const [shown, setShown] = useState<string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);

  // A step is open once those before it are complete: a page read again may start over.
  const complete = STEPS.findIndex((step) => missingIn(step, draft).length > 0);
  const reachable = complete === -1 ? STEPS.length : complete + 1;
  const number = Math.min(search.etape ?? 1, reachable);
  const step = STEPS[number - 1] ?? "what";
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step, another place for the keyboard.
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [number]);

  const go = (to: number) => {
    setShown([]);
    void navigate({
      to: ".",
      search: { ...search, etape: to === 2 || to === 3 ? to : undefined },
      resetScroll: true,
    });
  };
  const next = () => {
    const missing = missingIn(step, draft);
    setShown(missing);
    if (missing.length === 0) go(number + 1);
  };
  const send = async (publishing: boolean) => {
    const missing = missingIn("text", draft);
    setShown(missing);
    const input = inputOf(draft);
    if (!input || missing.length > 0) return;
    const saved = await save.mutateAsync(input);
    change({ revision: saved.revision });
    if (publishing) await publish.mutateAsync(saved.id);
    writing.kept.forget();
    toast.done(t(publishing ? "editor.published" : status === "open" ? "editor.changed" : "editor.saved"));
    await navigate({ to: "/employeur/offres/$id", params: { id: saved.id } });
  };
  const busy = save.isPending || publish.isPending;
  // Somebody else saved meanwhile: once it is said, a second press writes over it.
  const catchUp = async (error: unknown) => {
    if (problemOf(error).code !== "stale_revision") return;
    const { revision } = await client.fetchQuery({ ...offerQuery(draft.id), staleTime: 0 });
    change({ revision });
  };
  const submit = (publishing: boolean) =>
    void send(publishing)
      .catch(catchUp)
      .catch(() => undefined);
  return (
    <div className={styles.around}>
      <div className={styles.editor}>
        <KeptNotice of={writing.kept} />
        <Card>
          <ol className={styles.steps} aria-label={t("editor.steps")}>
            {STEPS.map((one, index) => (
              <li key={one} aria-current={one === step ? "step" : undefined} data-done={index + 1 < number}>
                <span aria-hidden="true">{index + 1}</span>
                {t(`editor.${one}`)}
              </li>
            ))}
          </ol>
          <h2 ref={heading} tabIndex={-1} className={styles.stepTitle}>
            {t(`editor.${step}Title`)}
          </h2>
          {step === "what" ? <StepWhat writing={writing} missing={shown} /> : null}
          {step === "when" ? <StepWhen writing={writing} missing={shown} /> : null}
          {step === "text" ? <StepText writing={writing} missing={shown} /> : null}
          {stale ? (
            <p role="alert">
              {t("editor.stale")}{" "}
              <TextButton
                onClick={() => {
                  save.reset();
                  writing.kept.restart();
                }}
              >
                {t("editor.takeTheirs")}
              </TextButton>
            </p>
          ) : (
            <FormProblem error={save.error ?? publish.error} />
          )}
          <div className={styles.actions}>
            {step === "text" ? (
              <>
                <MainButton loading={busy} onClick={() => submit(status === "draft")}>
                  {t(status === "draft" ? "editor.publish" : "editor.saveChanges")}
                </MainButton>
                {status === "draft" ? (
                  <Button variant="default" disabled={busy} onClick={() => submit(false)}>
                    {t("editor.saveDraft")}
                  </Button>
                ) : null}
              </>
            ) : (
              <MainButton onClick={next}>{t("editor.next")}</MainButton>
            )}
            {number > 1 ? (
              <Button variant="default" disabled={busy} onClick={() => go(number - 1)}>
                {t("editor.previous")}
              </Button>
            ) : null}
          </div>
        </Card>
        <OfferPreview question={draft.question} />
      </div>
    </div>
  );
}
