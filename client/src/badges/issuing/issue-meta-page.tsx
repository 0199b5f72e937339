import { canIssueMetaBadge } from "@acquis/shared/badges/badges.policy.ts";
import { versionInForce } from "@acquis/shared/badges/framework.rules.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { NativeSelect } from "../../ui/fields.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { type MetaBadgeRead, useFrameworkDrafts } from "../framework/use-framework-drafts.ts";
import { useBadgeDesk } from "../local/use-badge-desk.ts";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";
import { IssueByAddress } from "./issue-by-address.tsx";

/** The Région gives a level of a meta-badge to one person. */
export function IssueMetaPage() {
  const { t } = useTranslation("badgesDesk");
  const say = useInLanguage();
  const { metaBadgeId } = useParams({ strict: false });
  const framework = useFrameworkDrafts();
  const found = framework.data?.find(({ id }) => id === metaBadgeId);
  const version = found && versionInForce(found);
  return (
    <Page narrow>
      <PageHeader
        title={t("issue.title")}
        lead={version ? say(version.name) : undefined}
        back={{ to: "/region/badges/$metaBadgeId", label: t("badge.backToIt") }}
      />
      <Loaded query={framework}>
        {() => (found && version ? <Choice metaBadge={found} /> : <EmptyState title={t("notAllowed")} />)}
      </Loaded>
    </Page>
  );
}

function Choice({ metaBadge }: { metaBadge: MetaBadgeRead }) {
  const { t } = useTranslation(["badgesDesk", "ui"]);
  const { actor, status } = useBadgeDesk();
  const levels = versionInForce(metaBadge)?.levels.map(({ level }) => level) ?? [];
  const [level, setLevel] = useState<Level | undefined>(levels[0]);
  if (!level || !canIssueMetaBadge(actor, status)) return <EmptyState title={t("notAllowed")} />;
  return (
    <>
      <div className={styles.column}>
        <NativeSelect
          label={t("form.level")}
          value={String(level)}
          onChange={(event) => setLevel(levels.find((one) => String(one) === event.currentTarget.value))}
          data={levels.map((one) => ({ value: String(one), label: t(`ui:levels.name${one}`) }))}
        />
      </div>
      <IssueByAddress
        badge={{ kind: "meta", metaBadgeId: metaBadge.id, level }}
        back={{ to: "/region/badges/$metaBadgeId", params: { metaBadgeId: metaBadge.id } }}
      />
    </>
  );
}
