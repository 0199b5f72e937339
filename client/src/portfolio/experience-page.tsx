import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../platform/new-id.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { draftOf, emptyDraft } from "./experience-draft.ts";
import { ExperienceForm } from "./experience-form.tsx";
import { RemoveExperience } from "./remove-experience.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";

/** A new experience. Its id is made here, so that saving twice adds one. */
export function AddExperiencePage() {
  const { t } = useTranslation("experiences");
  const [draft] = useState(() => emptyDraft(newId()));
  return (
    <Page narrow>
      <PageHeader title={t("form.addTitle")} back={{ to: "/stagiaire/parcours", label: t("back") }} />
      <Loaded query={useMyPortfolio()}>
        {(portfolio) => <ExperienceForm from={draft} portfolio={portfolio} />}
      </Loaded>
    </Page>
  );
}

/** An experience to change or remove. */
export function ExperiencePage() {
  const { t } = useTranslation("experiences");
  const navigate = useNavigate();
  const { experienceId } = useParams({ from: "/stagiaire/parcours/$experienceId" });
  return (
    <Page narrow>
      <PageHeader title={t("form.editTitle")} back={{ to: "/stagiaire/parcours", label: t("back") }} />
      <Loaded query={useMyPortfolio()}>
        {(portfolio) => {
          const draft = draftOf(portfolio, experienceId);
          if (!draft)
            return (
              <EmptyState
                title={t("form.unknown")}
                action={<ButtonLink to="/stagiaire/parcours">{t("back")}</ButtonLink>}
              />
            );
          return (
            <>
              <ExperienceForm key={experienceId} from={draft} portfolio={portfolio} />
              <RemoveExperience
                id={experienceId}
                onRemoved={() => void navigate({ to: "/stagiaire/parcours" })}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
