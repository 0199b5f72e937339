import type { PreferencesInput, Visibility } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { changePortfolio } from "./change-portfolio.ts";
import type { PortfolioDocument, StoredPreferences } from "./portfolio.store.ts";
import type { PortfolioContext } from "./portfolio-context.ts";

function isSame(a: StoredPreferences, b: StoredPreferences): boolean {
  return (
    a.place?.insee === b.place?.insee &&
    a.radiusKm === b.radiusKm &&
    a.availableFrom === b.availableFrom &&
    a.contracts.join() === b.contracts.join() &&
    a.occupationCodes.join() === b.occupationCodes.join()
  );
}

/** What work is sought, and where. Errors: unknown_place, unknown_occupation. */
export async function savePreferences(
  context: PortfolioContext,
  traineeId: string,
  input: PreferencesInput,
): Promise<PortfolioDocument> {
  const { referential } = context;
  input.occupationCodes.forEach((code, index) => {
    referential.requireOccupation(code, `occupationCodes.${index}`);
  });
  const preferences: StoredPreferences = {
    place: input.insee === null ? null : referential.requirePlace(input.insee, "insee"),
    radiusKm: input.radiusKm,
    availableFrom: input.availableFrom,
    contracts: [...new Set(input.contracts)],
    occupationCodes: [...new Set(input.occupationCodes)],
  };
  return changePortfolio(context, traineeId, (current) =>
    isSame(current.preferences, preferences) ? null : { next: { ...current, preferences } },
  );
}

/** Who may find this portfolio. */
export async function saveVisibility(
  context: PortfolioContext,
  traineeId: string,
  visibility: Visibility,
): Promise<PortfolioDocument> {
  return changePortfolio(context, traineeId, (current) =>
    current.visibility === visibility ? null : { next: { ...current, visibility } },
  );
}
