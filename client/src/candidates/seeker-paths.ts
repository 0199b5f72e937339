import { useRole } from "../platform/session.ts";

const paths = {
  employer: { search: "/employeur", sheet: "/employeur/candidats/$id" },
  steward: { search: "/region/recherche", sheet: "/region/candidats/$id" },
} as const;

/** Where the search and a person's sheet live for whoever searches. */
export function useSeekerPaths() {
  return useRole() === "steward" ? paths.steward : paths.employer;
}
