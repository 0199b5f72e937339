import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { useTranslation } from "react-i18next";

/** What a badge calls itself; until its address answers, the site it is expected from. */
export function useBadgeName(): (badge: Pick<CollectedBadge, "badge" | "link">) => string {
  const { t } = useTranslation(["collection", "badges"]);
  return ({ badge, link }) => {
    if (badge?.name) return badge.name;
    const host = link && URL.canParse(link) ? new URL(link).host : null;
    return host ? t("expectedFrom", { host }) : t("unnamed", { ns: "badges" });
  };
}
