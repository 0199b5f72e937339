import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Card } from "../../ui/card.tsx";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { BadgeFacts, RecognisedLine } from "../shown/badge-said.tsx";
import { VerdictWord } from "../shown/verdict.tsx";
import styles from "./collection.module.css";
import { useBadgeName } from "./use-badge-name.ts";

interface CollectedCardProps {
  badge: CollectedBadge;
  /** Its holder opens its page; others only read. */
  own?: boolean;
  children?: ReactNode;
}

/** One badge of a collection: picture, name, who gave it and when, what it is worth, as what it counts. */
export function CollectedCard({ badge, own = false, children }: CollectedCardProps) {
  const { t } = useTranslation("collection");
  const format = useFormat();
  const name = useBadgeName()(badge);
  return (
    <Card as="li" className={styles.card}>
      <BadgePicture src={badge.image} name={name} size={112} />
      <div className={styles.words}>
        <h2 className={styles.name}>
          {own ? (
            <Link to="/stagiaire/badges/$badgeId" params={{ badgeId: badge.id }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        <VerdictWord verdict={badge.verdict} />
        {badge.badge ? <BadgeFacts badge={badge.badge} /> : null}
        {badge.badge ? <RecognisedLine as={badge.recognisedAs} /> : null}
        <p className={styles.soft}>
          {badge.lastVerifiedAt
            ? t("verified", { time: format.time(badge.lastVerifiedAt) })
            : t("neverVerified")}
        </p>
        {children}
      </div>
    </Card>
  );
}
