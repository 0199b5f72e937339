import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { useLabel } from "../platform/use-label.ts";
import { useOccupation } from "../portfolio/use-occupation.ts";
import { Textarea, TextInput } from "../ui/fields.tsx";
import type { Writing } from "./offer-editor.tsx";
import styles from "./offers.module.css";

interface StepProps {
  writing: Writing;
  missing: readonly string[];
}

/** The title, the text, and what was chosen before. */
export function StepText({ writing: { draft, change }, missing }: StepProps) {
  const { t } = useTranslation("offers");
  const format = useFormat();
  const label = useLabel();
  const { data: occupation } = useOccupation(draft.question.occupation);
  const proposed = occupation ? label(occupation) : "";
  // The name of the occupation is a title to start from.
  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed once, then theirs to change or empty.
  useEffect(() => {
    if (!draft.title && proposed) change({ title: proposed.slice(0, 120) });
  }, [proposed]);
  const { question, contract } = draft;
  return (
    <div className={styles.step}>
      <TextInput
        label={t("editor.titleLabel")}
        description={t("editor.titleHint")}
        value={draft.title}
        maxLength={120}
        required
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={missing.includes("title") ? t("editor.titleMissing") : null}
      />
      <Textarea
        label={t("editor.textLabel")}
        description={t("editor.textHint")}
        value={draft.description}
        maxLength={4000}
        rows={6}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <p className={styles.recap}>
        {t("editor.recap", {
          essential: t("editor.recapEssential", { count: question.essential.length }),
          useful: t("editor.recapUseful", { count: question.useful.length }),
          day: format.day(question.neededBy),
          place: question.place?.name ?? "",
          contract: contract ? t(`contracts.${contract}`) : "",
        })}
      </p>
    </div>
  );
}
