import type {
  Mapping,
  RecognitionDecision,
  RecognitionRequest,
} from "@acquis/shared/badges/recognition.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { useRefreshBadges } from "../use-refresh-badges.ts";

/** Asks for recognition; the same id twice asks once. */
export function useAskRecognition() {
  const onSuccess = useRefreshBadges();
  return useMutation({
    mutationFn: (input: RecognitionRequest) => api.badges.recognitions.ask(input),
    onSuccess,
  });
}

/** Answers what the Région asked, or asks again. */
export function useAskRecognitionAgain() {
  const onSuccess = useRefreshBadges();
  return useMutation({
    mutationFn: (input: { id: string; mapping: Mapping; note: string }) =>
      api.badges.recognitions.askAgain(input),
    onSuccess,
  });
}

/** Recognises, asks for more, or refuses what was compared. */
export function useDecideRecognition() {
  const onSuccess = useRefreshBadges();
  return useMutation({
    mutationFn: (input: RecognitionDecision) => api.badges.recognitions.decide(input),
    onSuccess,
  });
}

/** Withdraws a recognition: it no longer counts in any portfolio. */
export function useWithdrawRecognition() {
  const onSuccess = useRefreshBadges();
  return useMutation({
    mutationFn: (input: { id: string; reason: string }) => api.badges.recognitions.withdraw(input),
    onSuccess,
  });
}
