import { highlightTyped } from "@acquis/search-config/referential/highlight.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { publicApi } from "../platform/http/api.ts";
import type { ReferentialContext } from "./referential-context.ts";
import { transversalFamilies } from "./starter/starter.ts";

/** Every route is open: the contract says why. */
export function referentialRouter(context: ReferentialContext) {
  const routes = publicApi.referential;
  return {
    suggest: routes.suggest.handler(async ({ input, signal }) => {
      context.catalogue();
      const found = await context.engine.suggest(input, signal);
      return found.map((one) => ({
        ...one,
        highlights: {
          label: highlightTyped(one.label, input.q),
          matched: one.matched === null ? [] : highlightTyped(one.matched, input.q),
        },
      }));
    }),
    listOccupations: routes.listOccupations.handler(({ input }) =>
      context
        .catalogue()
        .allOccupations()
        .filter((one) => input.inTension === undefined || one.inTension === input.inTension)
        .map(({ titles: _titles, definition: _definition, ...listed }) => listed),
    ),
    readOccupation: routes.readOccupation.handler(({ input }) => {
      const sheet = context.catalogue().sheet(input.code);
      if (!sheet) throw new DomainError("not_found", { field: "code" });
      return sheet;
    }),
    listTransversal: routes.listTransversal.handler(() =>
      context.catalogue().competenciesOf(transversalFamilies),
    ),
    suggestPlaces: routes.suggestPlaces.handler(({ input }) => context.places.suggest(input.q, input.limit)),
    readSummary: routes.readSummary.handler(() => {
      const { held, rome } = context.catalogue();
      const version = context.romeVersion();
      return {
        ...held,
        romeVersion: version === null ? null : String(version),
        rome: version === null ? null : rome,
      };
    }),
  };
}
