import type { Suggestion } from "@acquis/shared/referential/referential.schema.ts";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Combobox, type Option } from "./combobox.tsx";
import { useSuggestions } from "./use-suggestions.ts";

interface PickerProps {
  onPick: (picked: Suggestion) => void;
  label?: string;
  hideLabel?: boolean;
  description?: string;
  error?: ReactNode;
  /** Ids chosen already: shown, not to be chosen twice. */
  taken?: readonly string[];
}

function SuggestionPicker({
  kind,
  taken = [],
  onPick,
  label,
  ...rest
}: PickerProps & { kind: Suggestion["kind"] }) {
  const { t } = useTranslation("ui");
  const [text, setText] = useState("");
  const { data, isFetching } = useSuggestions(text, kind);
  const options = useMemo<Option[]>(
    () =>
      (data ?? []).map((found) => ({
        id: found.id,
        label: found.label,
        disabled: taken.includes(found.id),
        note: taken.includes(found.id)
          ? t("suggest.added")
          : found.matched
            ? t("suggest.matched", { matched: found.matched })
            : found.familyLabel
              ? t("suggest.family", { family: found.familyLabel })
              : null,
      })),
    [data, taken, t],
  );
  return (
    <Combobox
      {...rest}
      label={label ?? t(`suggest.${kind}`)}
      placeholder={t(`suggest.${kind}Hint`)}
      text={text}
      onText={setText}
      options={options}
      busy={isFetching}
      onChoose={({ id }) => {
        const picked = data?.find((found) => found.id === id);
        if (picked) onPick(picked);
        setText("");
      }}
    />
  );
}

/** Finds a competency of the referential and hands it over; the field empties for the next one. */
export function CompetencyPicker(props: PickerProps) {
  return <SuggestionPicker {...props} kind="competency" />;
}

/** Finds an occupation (by its titles too) and hands it over: `id` is its code. */
export function OccupationPicker(props: PickerProps) {
  return <SuggestionPicker {...props} kind="occupation" />;
}
