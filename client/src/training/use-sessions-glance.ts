import { today } from "../platform/format.ts";
import { glanceAt, phaseOf } from "./session-progress.ts";
import { useFollowedSheets } from "./use-followed-sheets.ts";

/** A trainer's sessions under way, each with the modules to pass and those that end soon. */
export function useSessionsGlance() {
  const { data, ...rest } = useFollowedSheets();
  const now = today();
  const sessions = data
    ?.filter((sheet) => phaseOf(sheet, now) === "underWay")
    .map((sheet) => ({ sheet, ...glanceAt(sheet, now) }));
  return { ...rest, data: sessions };
}
