import type { LocalBadge } from "@acquis/shared/badges/local-badge.schema.ts";
import type { Mapping } from "@acquis/shared/badges/recognition.schema.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../platform/new-id.ts";
import { Button } from "../../ui/button.tsx";
import { MainButton } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { toast } from "../../ui/toast.tsx";
import { useFrameworkChoice } from "../local/use-framework-choice.ts";
import styles from "../manage.module.css";
import { AskSummary } from "./ask-summary.tsx";
import { AskTarget } from "./ask-target.tsx";
import { isMapped, stillThere, toggled } from "./mapping.ts";
import { MappingStep } from "./mapping-step.tsx";
import { useAskRecognition, useAskRecognitionAgain } from "./use-recognition-commands.ts";
import type { RecognitionRead } from "./use-recognitions.ts";

interface AskFormProps {
  badge: LocalBadge;
  /** What was asked before, when asking again: its target stays. */
  before: RecognitionRead | null;
}

/** One question at a time: recognised as what; then, for each criterion of the framework, which of ours meets it. */
export function AskForm({ badge, before }: AskFormProps) {
  const { t } = useTranslation("badgesDesk");
  const navigate = useNavigate();
  const framework = useFrameworkChoice();
  const ask = useAskRecognition();
  const again = useAskRecognitionAgain();
  const [id] = useState(newId);
  const [target, setTarget] = useState<{ metaBadgeId: string; level: Level } | null>(
    before ? { metaBadgeId: before.metaBadge.id, level: before.level } : startOf(badge),
  );
  const [said, setMapping] = useState<Mapping>(before?.mapping ?? []);
  const [note, setNote] = useState("");
  const [step, setStep] = useState(before ? 1 : 0);
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another place for the keyboard.
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [step]);

  const criteria = target ? framework.criteriaOf(target.metaBadgeId, target.level) : [];
  const mapping = stillThere(said, criteria, badge.criteria);
  const last = criteria.length + 1;
  const criterion = step > 0 ? criteria[step - 1] : undefined;
  const done = () => {
    toast.done(t("ask.done"));
    void navigate({ to: "/nos-badges/$badgeId", params: { badgeId: badge.id } });
  };
  const send = () => {
    setTried(true);
    if (!target || mapping.length === 0) return;
    if (before) again.mutate({ id: before.id, mapping, note: note.trim() }, { onSuccess: done });
    else
      ask.mutate({ id, localBadgeId: badge.id, ...target, mapping, note: note.trim() }, { onSuccess: done });
  };
  const next = () => {
    setTried(step === 0 && !target);
    if (target) setStep(Math.min(last, step + 1));
  };
  return (
    <Loaded query={framework.query}>
      {() =>
        framework.metaBadges.length === 0 || (before && criteria.length === 0) ? (
          <EmptyState title={t("ask.nothing")} text={t("ask.nothingText")} />
        ) : (
          <Card as="section" aria-label={t("ask.title")}>
            <p className={styles.soft} role="status">
              {t("ask.step", { step: step + 1, of: last + 1 })}
            </p>
            <progress className={styles.progress} value={step + 1} max={last + 1} aria-hidden="true" />
            <h2 ref={heading} tabIndex={-1} className={styles.question}>
              {step === 0
                ? t("ask.whatTitle")
                : criterion
                  ? t("ask.criterionTitle", { number: step, of: criteria.length })
                  : t("ask.checkTitle")}
            </h2>
            {step === 0 ? (
              <AskTarget
                value={target}
                onChange={setTarget}
                framework={framework}
                error={tried && !target ? t("ask.targetMissing") : null}
              />
            ) : criterion ? (
              <MappingStep
                key={criterion.id}
                criterion={criterion}
                local={badge.criteria}
                chosen={(localId) => isMapped(mapping, criterion.id, localId)}
                onToggle={(localId) => setMapping(toggled(mapping, criterion.id, localId))}
              />
            ) : (
              <AskSummary
                criteria={criteria}
                local={badge.criteria}
                mapping={mapping}
                note={note}
                onNote={setNote}
                problem={tried && mapping.length === 0 ? t("ask.mappingMissing") : null}
                error={ask.error ?? again.error}
              />
            )}
            <div className={styles.buttons}>
              {step === last ? (
                <MainButton loading={ask.isPending || again.isPending} onClick={send}>
                  {t("ask.send")}
                </MainButton>
              ) : (
                <MainButton onClick={next}>{t("ask.next")}</MainButton>
              )}
              {step > (before ? 1 : 0) ? (
                <Button variant="default" onClick={() => setStep(step - 1)}>
                  {t("ask.previous")}
                </Button>
              ) : null}
            </div>
          </Card>
        )
      }
    </Loaded>
  );
}

/** The badge may say already what it corresponds to. */
function startOf({ alignments }: LocalBadge): { metaBadgeId: string; level: Level } | null {
  const said = alignments.find(({ metaBadgeId, level }) => metaBadgeId && level);
  return said?.metaBadgeId && said.level ? { metaBadgeId: said.metaBadgeId, level: said.level } : null;
}
