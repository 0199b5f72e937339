import type { ObservatoryContext } from "./observatory-context.ts";

/** The territory in figures. */
export async function readOverview(context: ObservatoryContext) {
  const [people, inTraining, providers, companies, pendingOrganisations, openOffers] = await Promise.all([
    context.people(),
    context.inTraining(),
    context.countOrganisations("provider", "approved"),
    context.countOrganisations("company", "approved"),
    context.countPending(),
    context.countOpenOffers(),
  ]);
  return { people, inTraining, providers, companies, pendingOrganisations, openOffers };
}
