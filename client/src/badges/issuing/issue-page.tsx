import { useParams, useSearch } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import choice from "../../ui/choice.module.css";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { useBadgeDesk } from "../local/use-badge-desk.ts";
import { type LocalBadgeRead, useLocalBadge } from "../local/use-local-badge.ts";
import { IssueByAddress } from "./issue-by-address.tsx";
import { IssueToSession } from "./issue-to-session.tsx";

/** Issues a badge: to people of a session, or to somebody by their address. */
export function IssuePage() {
  const { t } = useTranslation("badgesDesk");
  const { badgeId = "" } = useParams({ strict: false });
  const badge = useLocalBadge(badgeId);
  return (
    <Page>
      <PageHeader
        title={t("issue.title")}
        lead={badge.data?.name}
        back={{ to: "/nos-badges/$badgeId", label: t("badge.backToIt") }}
      />
      <Loaded query={badge}>{(found) => <Ways badge={found} />}</Loaded>
    </Page>
  );
}

function Ways({ badge }: { badge: LocalBadgeRead }) {
  const { t } = useTranslation("badgesDesk");
  const { canIssue, canIssueByAddress, hasSessions } = useBadgeDesk();
  const { session } = useSearch({ strict: false });
  const [byAddress, setByAddress] = useState(!hasSessions);
  const name = useId();
  if (!canIssue || badge.source !== "own") return <EmptyState title={t("notAllowed")} />;
  return (
    <>
      {hasSessions && canIssueByAddress ? (
        <fieldset className={choice.choices}>
          <legend>{t("issue.how")}</legend>
          {([false, true] as const).map((way) => (
            <label key={String(way)} className={choice.choice}>
              <input
                type="radio"
                name={name}
                checked={byAddress === way}
                onChange={() => setByAddress(way)}
              />
              {t(way ? "issue.byAddress" : "issue.bySession")}
            </label>
          ))}
        </fieldset>
      ) : null}
      {byAddress ? (
        <IssueByAddress
          badge={{ kind: "local", localBadgeId: badge.id }}
          back={{ to: "/nos-badges/$badgeId", params: { badgeId: badge.id } }}
        />
      ) : (
        <IssueToSession badgeId={badge.id} sessionId={session ?? null} />
      )}
    </>
  );
}
