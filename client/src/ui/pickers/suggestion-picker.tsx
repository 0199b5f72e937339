import type { Suggestion } from "@acquis/shared/referential/referential.schema.ts";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFamilyLabel, useLabel } from "../../platform/use-label.ts";
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
  const labelOf = useLabel();
  const familyOf = useFamilyLabel();
  const [text, setText] = useState("");
  const { data, isFetching, error } = useSuggestions(text, kind);
  const options = useMemo<Option[]>(
    () =>
      (data ?? []).map((found) => ({
        id: found.id,
        label: labelOf(found),
        ranges: labelOf(found) === found.label ? found.highlights.label : undefined,
        disabled: taken.includes(found.id),
        note: taken.includes(found.id)
          ? t("suggest.added")
          : found.matched && found.matched !== labelOf(found)
            ? t("suggest.matched", { matched: found.matched })
            : found.familyLabel
              ? t("suggest.family", { family: familyOf(found) })
              : null,
      })),
    [data, taken, t, labelOf, familyOf],
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
      failed={error}
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
