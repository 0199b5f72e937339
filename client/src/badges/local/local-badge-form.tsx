import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../../platform/errors.ts";
import { newId } from "../../platform/new-id.ts";
import { problemOf } from "../../platform/problem.ts";
import { Button } from "../../ui/button.tsx";
import { MainButton } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { Textarea, TextInput } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/page.tsx";
import styles from "../manage.module.css";
import { AlignmentFields } from "./alignment-fields.tsx";
import { ImageField } from "./image-field.tsx";
import { inputOf, type LocalBadgeDraft, MAX_CRITERIA, missingIn } from "./local-badge-draft.ts";
import { useSaveLocalBadge } from "./use-local-badge-commands.ts";

interface LocalBadgeFormProps {
  initial: LocalBadgeDraft;
  sentImageUrl: string | null;
  onSaved: (id: string) => void;
}

/** Describes a badge: what it is for, what one must do to earn it, its image, what it corresponds to. */
export function LocalBadgeForm({ initial, sentImageUrl, onSaved }: LocalBadgeFormProps) {
  const { t } = useTranslation("badgesDesk");
  const fieldErrors = useFieldErrors();
  const save = useSaveLocalBadge();
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const missing = missingIn(draft);
  const refused = fieldErrors(save.error);
  const set = (change: Partial<LocalBadgeDraft>) => setDraft((now) => ({ ...now, ...change }));
  const errorAt = (path: string) =>
    tried && missing.has(path) ? t("form.missing") : (refused[path] ?? null);
  const setText = (index: number, text: string) => {
    const criterion = draft.criteria[index];
    if (criterion) set({ criteria: draft.criteria.with(index, { ...criterion, text }) });
  };
  return (
    <Form
      className={styles.spaced}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.size > 0) return;
        save.mutate(
          { badge: inputOf(draft), picture: draft.picture, onKept: (revision) => set({ revision }) },
          { onSuccess: ({ id }) => onSaved(id) },
        );
      }}
    >
      <Card as="section" aria-label={t("form.what")}>
        <TextInput
          label={t("form.name")}
          value={draft.name}
          maxLength={120}
          required
          error={errorAt("name")}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Textarea
          label={t("form.description")}
          description={t("form.descriptionHelp")}
          value={draft.description}
          maxLength={1000}
          required
          error={errorAt("description")}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <ImageField
          motif={draft.motif}
          picture={draft.picture}
          sentUrl={sentImageUrl}
          error={problemOf(save.error).code === "image_unreadable" ? t("form.imageUnreadable") : null}
          onChange={set}
        />
      </Card>
      <Section title={t("form.criteria")}>
        <p className={styles.soft}>{t("form.criteriaHelp")}</p>
        <ol className={styles.stack}>
          {draft.criteria.map((criterion, index) => (
            <li key={criterion.id} className={styles.removable}>
              <Textarea
                label={t("form.criterion", { number: index + 1 })}
                rows={2}
                value={criterion.text}
                maxLength={400}
                required
                error={errorAt(`criteria.${index}.text`)}
                // A criterion is one line for whoever reads the badge elsewhere.
                onChange={(event) => setText(index, event.currentTarget.value.replace(/\s*\n\s*/g, " "))}
              />
              {draft.criteria.length > 1 ? (
                <button
                  type="button"
                  className={styles.cross}
                  aria-label={t("form.removeCriterion", { number: index + 1 })}
                  onClick={() => set({ criteria: draft.criteria.filter((one) => one !== criterion) })}
                >
                  <Icon name="close" size={20} />
                </button>
              ) : null}
            </li>
          ))}
        </ol>
        {draft.criteria.length < MAX_CRITERIA ? (
          <Button
            variant="default"
            className={styles.start}
            leftSection={<Icon name="plus" size={20} />}
            onClick={() => set({ criteria: [...draft.criteria, { id: newId(), text: "" }] })}
          >
            {t("form.addCriterion")}
          </Button>
        ) : null}
      </Section>
      <Section title={t("form.alignments")}>
        <p className={styles.soft}>{t("form.alignmentsHelp")}</p>
        <AlignmentFields value={draft.alignments} onChange={(alignments) => set({ alignments })} />
      </Section>
      {tried && missing.size > 0 ? (
        <p className={styles.failed} role="alert">
          {t("form.somethingMissing")}
        </p>
      ) : null}
      <FormProblem error={save.error} />
      <div className={styles.buttons}>
        <MainButton type="submit" loading={save.isPending}>
          {t("form.save")}
        </MainButton>
      </div>
    </Form>
  );
}
