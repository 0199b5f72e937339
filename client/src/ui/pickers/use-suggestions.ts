import type { Suggestion } from "@acquis/shared/referential/referential.schema.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { useSettled } from "./use-settled.ts";

const HOUR = 3_600_000;

/** Competencies or occupations for what is typed; the request of an older text is cancelled. */
export function useSuggestions(text: string, kind: Suggestion["kind"]) {
  const q = useSettled(text.trim());
  return useQuery({
    queryKey: ["referential", "suggest", kind, q],
    queryFn: ({ signal }) => api.referential.suggest({ q, kind, limit: 10 }, { signal }),
    enabled: q.length >= 2,
    placeholderData: q.length >= 2 ? keepPreviousData : undefined,
    staleTime: HOUR,
  });
}

/** Communes for a name or a postcode being typed. */
export function usePlaceSuggestions(text: string) {
  const q = useSettled(text.trim());
  return useQuery({
    queryKey: ["referential", "places", q],
    queryFn: ({ signal }) => api.referential.suggestPlaces({ q }, { signal }),
    enabled: q.length >= 2,
    placeholderData: q.length >= 2 ? keepPreviousData : undefined,
    staleTime: HOUR,
  });
}
