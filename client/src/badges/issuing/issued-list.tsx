import { canRevokeBadge } from "@acquis/shared/badges/badges.policy.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Button } from "../../ui/button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useBadgeDesk } from "../local/use-badge-desk.ts";
import styles from "../manage.module.css";
import { pathOf } from "../shown/own-address.ts";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { type IssuedFilter, type IssuedRead, useIssued } from "./use-issued.ts";

const PAGE_SIZE = 20;
const tones = { signing: "waiting", issued: "good", revoked: "problem" } as const;

/** Who received a badge, newest first, and a way to take one back. */
export function IssuedList({ filter }: { filter: Omit<IssuedFilter, "page" | "pageSize"> }) {
  const { t } = useTranslation("badgesDesk");
  const [page, setPage] = useState(1);
  const [revoking, setRevoking] = useState<IssuedRead | null>(null);
  return (
    <Loaded query={useIssued({ ...filter, page, pageSize: PAGE_SIZE })}>
      {({ total, badges }) =>
        total === 0 ? (
          <p className={styles.soft}>{t("issued.none")}</p>
        ) : (
          <>
            <p className={styles.soft}>{t("issued.count", { count: total })}</p>
            <ul className={styles.rows}>
              {badges.map((badge) => (
                <IssuedRow key={badge.id} badge={badge} onRevoke={() => setRevoking(badge)} />
              ))}
            </ul>
            <Pagination page={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
            {revoking ? <RevokeDialog badge={revoking} onClose={() => setRevoking(null)} /> : null}
          </>
        )
      }
    </Loaded>
  );
}

function IssuedRow({ badge, onRevoke }: { badge: IssuedRead; onRevoke: () => void }) {
  const { t } = useTranslation("badgesDesk");
  const format = useFormat();
  const { actor, status: standing } = useBadgeDesk();
  const { recipient, status, issuedOn, issuedFor, narrative, revoked } = badge;
  const name = recipient?.name ?? t("issued.erased");
  // The list holds what one's organisation issued, and for a trainer only what they issued themselves.
  const mine = { organisationId: actor.organisationId ?? "", issuedBy: actor.accountId };
  const mayRevoke = status !== "revoked" && canRevokeBadge(actor, standing, mine);
  return (
    <li className={styles.row}>
      <div className={styles.badgeWords}>
        <strong>{name}</strong>
        <span className={styles.soft}>
          {t(`issued.for.${issuedFor}`, { day: format.shortDay(issuedOn) })}
        </span>
        {narrative ? <span className={styles.text}>{narrative}</span> : null}
        {revoked ? (
          <span className={styles.failed}>
            {t("issued.revokedOn", { day: format.shortDay(revoked.on), reason: revoked.reason })}
          </span>
        ) : null}
      </div>
      <StatusBadge tone={tones[status]}>{t(`issued.statuses.${status}`)}</StatusBadge>
      <div className={styles.buttons}>
        <a className={styles.action} href={pathOf(badge.pageUrl)}>
          {t("issued.page")}
          <span className="visually-hidden">{` : ${name}`}</span>
        </a>
        {mayRevoke ? (
          <Button variant="subtle" onClick={onRevoke} aria-label={t("revoke.openFor", { name })}>
            {t("revoke.open")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
