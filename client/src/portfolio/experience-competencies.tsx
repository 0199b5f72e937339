import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useTranslation } from "react-i18next";
import { Section } from "../ui/page.tsx";
import { CompetencyPicker } from "../ui/pickers/suggestion-picker.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { CompetencyTicks } from "./competency-ticks.tsx";
import type { ExperienceDraft } from "./experience-draft.ts";
import { useOccupation } from "./use-occupation.ts";

interface CompetenciesProps {
  draft: ExperienceDraft;
  onChange: (part: Partial<ExperienceDraft>) => void;
  held: readonly PortfolioCompetency[];
}

/** The competencies used in an experience: those noted, those the occupation proposes, others by a word. */
export function ExperienceCompetencies({ draft, onChange, held }: CompetenciesProps) {
  const { t } = useTranslation("experiences");
  const { occupation, picked, ticked } = draft;
  const sheet = useOccupation(occupation?.code ?? null);
  const proposed = (sheet.data?.competencies ?? []).filter(({ id }) => !picked.some((one) => one.id === id));
  const set = (next: typeof ticked) => onChange({ ticked: next });
  return (
    <Section title={t("form.competencies")}>
      {picked.length + proposed.length > 0 ? <p>{t("form.competenciesLead")}</p> : null}
      {picked.length > 0 ? (
        <CompetencyTicks
          legend={t("form.own")}
          items={picked}
          ticked={ticked}
          onChange={set}
          held={held}
          again
        />
      ) : null}
      {occupation && sheet.isPending ? <Skeleton rows={3} height={52} /> : null}
      {occupation && proposed.length > 0 ? (
        <CompetencyTicks
          legend={t("form.proposed", { occupation: occupation.label })}
          items={proposed}
          ticked={ticked}
          onChange={set}
          held={held}
          again
        />
      ) : null}
      <CompetencyPicker
        label={t("form.find")}
        taken={[...picked, ...proposed].map(({ id }) => id)}
        onPick={({ id, label, labelEn }) =>
          onChange({ picked: [...picked, { id, label, labelEn }], ticked: new Map(ticked).set(id, 3) })
        }
      />
    </Section>
  );
}
