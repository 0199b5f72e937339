import { observatoryRouter } from "./observatory.router.ts";
import type { ObservatoryContext } from "./observatory-context.ts";

/** What the territory can do, and will. */
export function createObservatory(context: ObservatoryContext) {
  return { router: observatoryRouter(context) };
}
