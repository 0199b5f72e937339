import { useTranslation } from "react-i18next";
import { ButtonLink, MainLink } from "../../ui/button-link.tsx";
import { CardList } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { CollectedCard } from "./collected-card.tsx";
import { ExportsSection } from "./exports-section.tsx";
import { ShownSwitch } from "./shown-switch.tsx";
import { useCollection } from "./use-collection.ts";

/** My badges, what each is worth today, and what I show of them. */
export function CollectionPage() {
  const { t } = useTranslation("collection");
  const collection = useCollection();
  const some = (collection.data?.length ?? 0) > 0;
  const add = <MainLink to="/stagiaire/badges/ajouter">{t("add")}</MainLink>;
  return (
    <Page>
      <PageHeader title={t("title")} lead={t("lead")} action={some ? add : null} />
      <Loaded query={collection}>
        {(badges) => (
          <>
            {badges.length === 0 ? (
              <EmptyState
                title={t("empty")}
                text={<p>{t("emptyNext")}</p>}
                action={
                  <>
                    {add}
                    <ButtonLink to="/badges">{t("emptySee")}</ButtonLink>
                  </>
                }
              />
            ) : (
              <CardList columns={2}>
                {badges.map((badge) => (
                  <CollectedCard key={badge.id} badge={badge} own>
                    <ShownSwitch badge={badge} />
                  </CollectedCard>
                ))}
              </CardList>
            )}
            <ExportsSection some={badges.length > 0} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
