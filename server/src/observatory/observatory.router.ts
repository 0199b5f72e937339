import { api } from "../platform/http/api.ts";
import type { ObservatoryContext } from "./observatory-context.ts";
import { readOverview } from "./read-overview.ts";
import { readSupply } from "./read-supply.ts";

export function observatoryRouter(context: ObservatoryContext) {
  return {
    readOverview: api.observatory.readOverview.handler(() => readOverview(context)),
    readSearch: api.observatory.readSearch.handler(() => context.searchState()),
    readSupply: api.observatory.readSupply.handler(({ input }) => readSupply(context, input.code)),
  };
}
