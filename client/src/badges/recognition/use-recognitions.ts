import type { RecognitionStatus } from "@acquis/shared/badges/recognition.schema.ts";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

/** Requests for recognition: one's structure's, or for the steward everybody's, those that wait first. */
export function useRecognitions({
  status,
  enabled = true,
}: {
  status?: RecognitionStatus | undefined;
  enabled?: boolean;
} = {}) {
  return useQuery({
    queryKey: ["badges", "recognitions", status ?? "all"],
    queryFn: ({ signal }) => api.badges.recognitions.list(status ? { status } : {}, { signal }),
    enabled,
  });
}
export type RecognitionRead = NonNullable<ReturnType<typeof useRecognitions>["data"]>[number];
