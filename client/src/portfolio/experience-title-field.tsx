import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Combobox, type Option } from "../ui/pickers/combobox.tsx";
import { useSuggestions } from "../ui/pickers/use-suggestions.ts";

interface TitleFieldProps {
  title: string;
  onTitle: (title: string) => void;
  /** An occupation of the list was chosen: its competencies can be proposed. */
  onOccupation: (occupation: { code: string; label: string }) => void;
  error: string | null;
}

/** What one did, in one's own words or as an occupation of the referential. */
export function ExperienceTitleField({ title, onTitle, onOccupation, error }: TitleFieldProps) {
  const { t } = useTranslation("experiences");
  const { data, isFetching, error: failed } = useSuggestions(title, "occupation");
  const options = useMemo<Option[]>(
    () => (data ?? []).map(({ id, label, matched }) => ({ id, label, note: matched })),
    [data],
  );
  return (
    <Combobox
      label={t("form.name")}
      description={t("form.nameHint")}
      placeholder={t("form.namePlaceholder")}
      required
      free
      maxLength={120}
      error={error}
      text={title}
      onText={onTitle}
      options={options}
      busy={isFetching}
      failed={failed}
      onChoose={({ id, label }) => onOccupation({ code: id, label })}
    />
  );
}
