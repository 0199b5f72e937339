import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFamilyLabel } from "../platform/use-label.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { byFamily } from "./by-family.ts";
import { CompetencyTicks, type Ticked } from "./competency-ticks.tsx";
import { DeclareBar } from "./declare-bar.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";
import { useTransversal } from "./use-transversal.ts";

/** What is useful in every job, under the four families of the Région. */
export function AddTransversalPage() {
  const { t } = useTranslation("competency");
  const familyOf = useFamilyLabel();
  const transversal = useTransversal();
  const portfolio = useMyPortfolio();
  const [ticked, setTicked] = useState<Ticked>(new Map());
  return (
    <Page narrow>
      <PageHeader
        title={t("add.transversalTitle")}
        lead={t("add.tickLead")}
        back={{ to: "/stagiaire/competences/ajouter", label: t("add.back") }}
      />
      <Loaded query={transversal}>
        {(all) => (
          <Loaded query={portfolio}>
            {(mine) => (
              <>
                {byFamily(all, familyOf).map((family) => (
                  <CompetencyTicks
                    key={family.id}
                    legend={family.label ?? t("ticks.other")}
                    items={family.items}
                    ticked={ticked}
                    onChange={setTicked}
                    held={mine.competencies}
                  />
                ))}
                <DeclareBar ticked={ticked} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
