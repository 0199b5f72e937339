import { useTranslation } from "react-i18next";
import { StatusBadge } from "../ui/status-badge.tsx";
import type { Offer } from "./use-offer.ts";

const tones = { draft: "waiting", open: "good", closed: "neutral" } as const;

export function OfferStatus({ status }: { status: Offer["status"] }) {
  const { t } = useTranslation("offers");
  return <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>;
}
