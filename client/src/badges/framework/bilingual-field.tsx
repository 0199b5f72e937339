import type { Bilingual } from "@acquis/shared/badges/framework.schema.ts";
import { useTranslation } from "react-i18next";
import { Textarea, TextInput } from "../../ui/fields.tsx";
import styles from "../manage.module.css";

interface BilingualFieldProps {
  label: string;
  value: Bilingual;
  onChange: (value: Bilingual) => void;
  maxLength: number;
  lines?: number;
  /** What is wrong, by language. */
  errorAt: (language: "fr" | "en") => string | null;
}

/** The same text in French, which the Région signs, and in English. */
export function BilingualField({
  label,
  value,
  onChange,
  maxLength,
  lines = 1,
  errorAt,
}: BilingualFieldProps) {
  const { t } = useTranslation("badgesRegion");
  return (
    <div className={styles.pair}>
      {(["fr", "en"] as const).map((language) => {
        const field = {
          label: t(`editor.in.${language}`, { label }),
          value: value[language],
          lang: language,
          maxLength,
          required: true,
          error: errorAt(language),
        };
        const change = (text: string) => onChange({ ...value, [language]: text });
        return lines === 1 ? (
          <TextInput
            key={language}
            {...field}
            onChange={(event) => change(event.currentTarget.value)}
            autoComplete="off"
          />
        ) : (
          <Textarea
            key={language}
            {...field}
            rows={lines}
            onChange={(event) => change(event.currentTarget.value)}
          />
        );
      })}
    </div>
  );
}
