import type { Preferences } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../platform/format.ts";
import { useKept } from "../platform/use-kept.ts";
import { MainButton } from "../ui/button-link.tsx";
import { DayField } from "../ui/date-fields.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { KeptNotice } from "../ui/kept-notice.tsx";
import { Section } from "../ui/page.tsx";
import { PlacePicker } from "../ui/pickers/place-picker.tsx";
import { toast } from "../ui/toast.tsx";
import { Choices } from "./choices.tsx";
import { ContractsField } from "./contracts-field.tsx";
import { OccupationsField } from "./occupations-field.tsx";
import styles from "./preferences.module.css";
import { useSavePreferences } from "./use-save-preferences.ts";

const RADII = [10, 20, 30, 50, 100];

interface Draft extends Pick<Preferences, "radiusKm" | "contracts" | "occupations"> {
  place: { insee: string; name: string } | null;
  later: boolean;
  day: Preferences["availableFrom"];
}

function draftOf(from: Preferences): Draft {
  const { place, radiusKm, availableFrom, contracts, occupations } = from;
  const later = availableFrom !== null && availableFrom > today();
  return { place, radiusKm, contracts, occupations, later, day: availableFrom };
}

/** Place, radius, date, contracts, occupations. */
export function PreferencesForm({ from }: { from: Preferences }) {
  const { t } = useTranslation("preferences");
  const save = useSavePreferences();
  const kept = useKept<Draft>("preferences", () => draftOf(from));
  const { place, radiusKm, later, day, contracts, occupations } = kept.value;
  const change = (part: Partial<Draft>) => kept.set((now) => ({ ...now, ...part }));
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
      {
        onSuccess: () => {
          kept.forget();
          toast.done(t("where.saved"));
        },
      },
    );
  };
  return (
    <Section title={t("where.title")}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <KeptNotice of={kept} />
        <PlacePicker
          value={place}
          onChange={(next) => change({ place: next })}
          label={t("where.place")}
          description={t("where.placeHelp")}
        />
        <Choices
          legend={t("where.radius")}
          value={radiusKm}
          onChange={(km) => change({ radiusKm: km })}
          choices={radii.map((km) => ({ value: km, label: t("where.km", { km }) }))}
        />
        <Choices
          legend={t("where.when")}
          value={later}
          onChange={(next) => change({ later: next })}
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
            onChange={(next) => change({ day: next })}
            error={tried && !day ? t("where.dayMissing") : null}
            required
          />
        ) : null}
        <ContractsField value={contracts} onChange={(next) => change({ contracts: next })} />
        <OccupationsField value={occupations} onChange={(next) => change({ occupations: next })} />
        <FormProblem error={save.error} />
        <MainButton type="submit" loading={save.isPending}>
          {t("where.save")}
        </MainButton>
      </form>
    </Section>
  );
}
