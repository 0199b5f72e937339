import { useTranslation } from "react-i18next";
import { Section } from "../ui/page.tsx";
import { RequestList } from "./request-list.tsx";
import { useRequests } from "./use-requests.ts";

/** What this trainee asks of the trainer who reads; nothing when they ask nothing. */
export function PendingRequests({ traineeId }: { traineeId: string }) {
  const { t } = useTranslation("attestations");
  const waiting = (useRequests().data ?? []).filter(({ trainee }) => trainee.id === traineeId);
  if (waiting.length === 0) return null;
  return (
    <Section title={t("trainee.asks", { count: waiting.length })}>
      <RequestList requests={waiting} hideName />
    </Section>
  );
}
