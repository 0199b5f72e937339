import { useNavigate, useSearch } from "@tanstack/react-router";

/** The occupation in the address, and how to choose another. */
export function useChosenOccupation(): [string | null, (code: string) => void] {
  const { metier } = useSearch({ strict: false });
  const navigate = useNavigate();
  return [metier ?? null, (code) => void navigate({ to: ".", search: { metier: code }, resetScroll: false })];
}
