import { useQuery } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";

const SIGNING_MS = 2_000;

/** A badge issued here, as its public page tells it; read again while it is being signed. */
export function usePublicBadge(id: string) {
  return useQuery({
    queryKey: ["badges", "public", id],
    queryFn: ({ signal }) => api.badges.issuing.readPublic({ id }, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "signing" ? SIGNING_MS : false),
  });
}
