import type { RecognitionStatus } from "@acquis/shared/badges/recognition.schema.ts";
import { useTranslation } from "react-i18next";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";

const tones: Record<RecognitionStatus, Tone> = {
  asked: "waiting",
  moreAsked: "waiting",
  recognised: "good",
  changed: "problem",
  refused: "problem",
  withdrawn: "problem",
};

/** Every state a request may be in, those that wait for the Région first. */
export const RECOGNITION_STATUSES: readonly RecognitionStatus[] = [
  "asked",
  "moreAsked",
  "recognised",
  "changed",
  "refused",
  "withdrawn",
];

/** The contract of a badge says its recognitions' states as plain text. */
export const readStatus = (status: string): RecognitionStatus =>
  RECOGNITION_STATUSES.find((one) => one === status) ?? "asked";

/** Where a request for recognition stands, in a few words. */
export function RecognitionState({ status }: { status: RecognitionStatus }) {
  const { t } = useTranslation("badgesDesk");
  return <StatusBadge tone={tones[status]}>{t(`recognitionStates.${status}`)}</StatusBadge>;
}
