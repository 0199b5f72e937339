import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { CompetencyPicker } from "../ui/pickers/suggestion-picker.tsx";
import { CompetencyTicks, type Ticked, type TickItem } from "./competency-ticks.tsx";
import { DeclareBar } from "./declare-bar.tsx";
import { useMyPortfolio } from "./use-my-portfolio.ts";

/** Types what one can do, and picks it in the referential; several before saving. */
export function AddBySearchPage() {
  const { t } = useTranslation("competency");
  const portfolio = useMyPortfolio();
  const [items, setItems] = useState<readonly TickItem[]>([]);
  const [ticked, setTicked] = useState<Ticked>(new Map());
  return (
    <Page narrow>
      <PageHeader
        title={t("add.searchTitle")}
        lead={t("add.searchLead")}
        back={{ to: "/stagiaire/competences/ajouter", label: t("add.back") }}
      />
      <Loaded query={portfolio}>
        {({ competencies }) => {
          const heldIds = competencies.filter(({ heldLevel }) => heldLevel !== null).map(({ id }) => id);
          return (
            <>
              <CompetencyPicker
                taken={[...heldIds, ...items.map(({ id }) => id)]}
                onPick={({ id, label, labelEn }) => {
                  setItems([{ id, label, labelEn }, ...items]);
                  setTicked(new Map(ticked).set(id, 3));
                }}
              />
              {items.length === 0 ? (
                <p>{t("add.searchEmpty")}</p>
              ) : (
                <CompetencyTicks
                  legend={t("add.chosen")}
                  items={items}
                  ticked={ticked}
                  onChange={setTicked}
                  held={competencies}
                />
              )}
              <DeclareBar ticked={ticked} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
