import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../../platform/errors.ts";
import { newId } from "../../platform/new-id.ts";
import { useLabel } from "../../platform/use-label.ts";
import { Button } from "../../ui/button.tsx";
import { MainButton } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { Chosen } from "../../ui/chosen.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { NativeSelect } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/page.tsx";
import { CompetencyPicker } from "../../ui/pickers/suggestion-picker.tsx";
import styles from "../manage.module.css";
import { BilingualField } from "./bilingual-field.tsx";
import { LevelFields } from "./level-fields.tsx";
import {
  addressFrom,
  emptyCriterion,
  inputOf,
  KINDS,
  levelsLeft,
  MAX_COMPETENCIES,
  type MetaBadgeDraft,
  missingIn,
  withLevel,
} from "./meta-badge-draft.ts";
import { MotifPicker } from "./motif-picker.tsx";
import { useSaveMetaDraft } from "./use-framework-commands.ts";

interface MetaBadgeFormProps {
  initial: MetaBadgeDraft;
  onSaved: (id: string) => void;
}

/** What a meta-badge says: its names, its drawing, its levels, and what it proves. */
export function MetaBadgeForm({ initial, onSaved }: MetaBadgeFormProps) {
  const { t } = useTranslation(["badgesRegion", "badges", "ui"]);
  const labelOf = useLabel();
  const fieldErrors = useFieldErrors();
  const save = useSaveMetaDraft();
  const [draft, setDraft] = useState(initial);
  const [salt] = useState(() => newId().slice(0, 4));
  const [tried, setTried] = useState(false);
  const missing = missingIn(draft);
  const refused = fieldErrors(save.error);
  const set = (change: Partial<MetaBadgeDraft>) => setDraft((now) => ({ ...now, ...change }));
  const errorAt = (path: string): string | null =>
    tried && missing.has(path) ? t("editor.missing") : (refused[`content.${path}`] ?? null);
  const submit = () => {
    setTried(true);
    if (missing.size > 0) return;
    const id = draft.id ?? addressFrom(draft.name.fr, salt);
    save.mutate(inputOf(draft, id), { onSuccess: () => onSaved(id) });
  };
  return (
    <Form
      className={styles.spaced}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Card as="section" aria-label={t("editor.what")}>
        <BilingualField
          label={t("editor.name")}
          value={draft.name}
          maxLength={80}
          errorAt={(language) => errorAt(`name.${language}`)}
          onChange={(name) => set({ name })}
        />
        <BilingualField
          label={t("editor.summary")}
          value={draft.summary}
          maxLength={600}
          lines={3}
          errorAt={(language) => errorAt(`summary.${language}`)}
          onChange={(summary) => set({ summary })}
        />
        <NativeSelect
          label={t("editor.kind")}
          value={draft.kind}
          onChange={(event) => {
            const kind = KINDS.find((one) => one === event.currentTarget.value);
            if (kind) set({ kind });
          }}
          data={KINDS.map((kind) => ({ value: kind, label: t(`badges:kinds.${kind}`) }))}
        />
        <MotifPicker label={t("editor.motif")} value={draft.motif} onChange={(motif) => set({ motif })} />
      </Card>
      <Section title={t("editor.levels")}>
        <p className={styles.soft}>{t("editor.levelsText")}</p>
        {errorAt("levels") ? (
          <p className={styles.failed} role="alert">
            {t("editor.noLevel")}
          </p>
        ) : null}
        <ul className={styles.stack}>
          {draft.levels.map((one, at) => (
            <LevelFields
              key={one.level}
              value={one}
              errorAt={(path) => errorAt(`levels.${at}.${path}`)}
              onChange={(level) => set({ levels: draft.levels.with(at, level) })}
              onRemove={
                draft.levels.length > 1
                  ? () => set({ levels: draft.levels.filter((level) => level !== one) })
                  : null
              }
            />
          ))}
        </ul>
        <div className={styles.buttons}>
          {levelsLeft(draft.levels).map((level) => (
            <Button
              key={level}
              variant="default"
              leftSection={<Icon name="plus" size={20} />}
              onClick={() =>
                set({ levels: withLevel(draft.levels, { level, criteria: [emptyCriterion(newId())] }) })
              }
            >
              {t("editor.addLevel", { name: t(`ui:levels.name${level}`) })}
            </Button>
          ))}
        </div>
      </Section>
      <Section title={t("editor.proves")}>
        <p className={styles.soft}>{t("editor.provesText")}</p>
        {draft.competencies.length > 0 ? (
          <ul className={styles.stack} aria-label={t("editor.proves")}>
            {draft.competencies.map((one) => (
              <Chosen
                key={one.id}
                as="li"
                remove={t("editor.removeCompetency", { label: labelOf(one) })}
                onRemove={() => set({ competencies: draft.competencies.filter(({ id }) => id !== one.id) })}
              >
                {labelOf(one)}
              </Chosen>
            ))}
          </ul>
        ) : null}
        {draft.competencies.length < MAX_COMPETENCIES ? (
          <CompetencyPicker
            error={errorAt("competencyIds") ? t("editor.noCompetency") : null}
            taken={draft.competencies.map(({ id }) => id)}
            onPick={({ id, label, labelEn }) =>
              set({ competencies: [...draft.competencies, { id, label, labelEn }] })
            }
          />
        ) : null}
      </Section>
      {tried && missing.size > 0 ? (
        <p className={styles.failed} role="alert">
          {t("editor.somethingMissing")}
        </p>
      ) : null}
      <FormProblem error={save.error} />
      <div className={styles.buttons}>
        <MainButton type="submit" loading={save.isPending}>
          {t("editor.save")}
        </MainButton>
      </div>
    </Form>
  );
}
