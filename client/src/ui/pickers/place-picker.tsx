import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../icon.tsx";
import { Combobox, type Option } from "./combobox.tsx";
import styles from "./place-picker.module.css";
import { usePlaceSuggestions } from "./use-suggestions.ts";

/** What a form keeps of a place: the commune code is sent, the name is shown. */
export interface ChosenPlace {
  insee: string;
  name: string;
}

interface PlacePickerProps {
  value: ChosenPlace | null;
  onChange: (place: ChosenPlace | null) => void;
  label?: string;
  description?: string;
  error?: ReactNode;
  required?: boolean;
}

/** Finds a commune by name or postcode. What is chosen stays written in the field, with a way to clear it. */
export function PlacePicker({ value, onChange, label, description, error, required }: PlacePickerProps) {
  const { t } = useTranslation("ui");
  const [typed, setTyped] = useState<string | null>(null);
  const { data, isFetching, error: failed } = usePlaceSuggestions(typed ?? "");
  const options = useMemo<Option[]>(
    () =>
      typed === null
        ? []
        : (data ?? []).map((place) => ({ id: place.insee, label: place.name, note: place.postcode })),
    [data, typed],
  );
  const clear = () => {
    onChange(null);
    setTyped(null);
  };
  return (
    <Combobox
      label={label ?? t("suggest.place")}
      placeholder={t("suggest.placeHint")}
      {...(description ? { description } : {})}
      {...(error ? { error } : {})}
      {...(required ? { required } : {})}
      text={typed ?? value?.name ?? ""}
      onText={(text) => {
        setTyped(text);
        if (value) onChange(null);
      }}
      options={options}
      busy={isFetching && typed !== null}
      failed={failed}
      onChoose={({ id, label: name }) => {
        onChange({ insee: id, name });
        setTyped(null);
      }}
      rightSection={
        value ? (
          <button type="button" className={styles.clear} onClick={clear} aria-label={t("suggest.clear")}>
            <Icon name="close" size={18} />
          </button>
        ) : (
          <Icon name="place" size={20} />
        )
      }
    />
  );
}
