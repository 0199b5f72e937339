import type { Preferences } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../platform/format.ts";
import { MainButton } from "../ui/button-link.tsx";
import { DayField } from "../ui/date-fields.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Section } from "../ui/page.tsx";
import { PlacePicker } from "../ui/pickers/place-picker.tsx";
import { toast } from "../ui/toast.tsx";
import { Choices } from "./choices.tsx";
import { ContractsField } from "./contracts-field.tsx";
import { OccupationsField } from "./occupations-field.tsx";
import styles from "./preferences.module.css";
import { useSavePreferences } from "./use-save-preferences.ts";

const RADII = [10, 20, 30, 50, 100];

/** Place, radius, date, contracts, occupations. */
export function PreferencesForm({ from }: { from: Preferences }) {
  const { t } = useTranslation("preferences");
  const save = useSavePreferences();
  const [place, setPlace] = useState<{ insee: string; name: string } | null>(from.place);
  const [radiusKm, setRadius] = useState(from.radiusKm);
  const [later, setLater] = useState(from.availableFrom !== null && from.availableFrom > today());
  const [day, setDay] = useState(from.availableFrom);
  const [contracts, setContracts] = useState(from.contracts);
  const [occupations, setOccupations] = useState(from.occupations);
  const [tried, setTried] = useState(false);
  const radii = RADII.includes(radiusKm) ? RADII : [...RADII, radiusKm].sort((a, b) => a - b);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (later && !day) return;
    save.mutate(
      {
        insee: place?.insee ?? null,
        radiusKm,
        availableFrom: later ? day : null,
        contracts,
        occupationCodes: occupations.map(({ code }) => code),
      },
      { onSuccess: () => toast.done(t("where.saved")) },
    );
  };
  return (
    <Section title={t("where.title")}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <PlacePicker
          value={place}
          onChange={setPlace}
          label={t("where.place")}
          description={t("where.placeHelp")}
        />
        <Choices
          legend={t("where.radius")}
          value={radiusKm}
          onChange={setRadius}
          choices={radii.map((km) => ({ value: km, label: t("where.km", { km }) }))}
        />
        <Choices
          legend={t("where.when")}
          value={later}
          onChange={setLater}
          choices={[
            { value: false, label: t("where.now") },
            { value: true, label: t("where.later") },
          ]}
        />
        {later ? (
          <DayField
            label={t("where.day")}
            value={day}
            min={today()}
            onChange={setDay}
            error={tried && !day ? t("where.dayMissing") : null}
            required
          />
        ) : null}
        <ContractsField value={contracts} onChange={setContracts} />
        <OccupationsField value={occupations} onChange={setOccupations} />
        <FormProblem error={save.error} />
        <MainButton type="submit" loading={save.isPending}>
          {t("where.save")}
        </MainButton>
      </form>
    </Section>
  );
}
