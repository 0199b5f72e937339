import { addDays } from "@acquis/shared/platform/dates.ts";
import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { OccupationSheet } from "@acquis/shared/referential/referential.schema.ts";
import type { AccountDocument, OrganisationDocument } from "../../accounts/accounts.store.ts";
import { addAccount, addOrganisation, born, type DemoWorld } from "./demo-world.ts";
import { FIRST_NAMES, LAST_NAMES } from "./names.ts";
import { COMPANIES, PENDING_COMPANIES } from "./territory.ts";

const CONTRACTS: readonly ContractKind[] = [
  "permanent",
  "permanent",
  "fixedTerm",
  "seasonal",
  "apprenticeship",
];
const TEXTS = [
  "Équipe de taille humaine. Tutorat les premières semaines. Horaires connus un mois à l'avance.",
  "Poste à pourvoir suite à un départ à la retraite. Nous formons aux outils de la maison.",
  "Activité en croissance : nous préférons attendre quelqu'un qui termine sa formation plutôt que de mal recruter.",
];

/** An offer for an occupation: its core competencies asked, by a date near or far. */
export function addOffer(
  world: DemoWorld,
  company: OrganisationDocument,
  author: AccountDocument,
  occupation: OccupationSheet,
  options: { neededInDays: number; contract?: ContractKind; title?: string },
): void {
  const { chance, today } = world;
  if (!company.place) return;
  const core = occupation.competencies.filter((one) => one.core);
  const others = occupation.competencies.filter((one) => !one.core);
  const essential = chance.some(core.length >= 3 ? core : occupation.competencies, chance.between(3, 4));
  const useful = chance.some(
    others.filter((one) => !essential.includes(one)),
    chance.between(2, 3),
  );
  const publishedDaysAgo = chance.between(0, 25);
  world.offers.push({
    _id: chance.id(),
    companyId: company._id,
    createdBy: author._id,
    title: options.title ?? occupation.label,
    occupationCode: occupation.code,
    description: chance.pick(TEXTS),
    contract: options.contract ?? chance.pick(CONTRACTS),
    place: company.place,
    neededBy: addDays(today, options.neededInDays),
    essential: essential.map((one) => ({ competencyId: one.id, level: one.level })),
    useful: useful.map((one) => ({ competencyId: one.id, level: one.level })),
    status: "open",
    publishedOn: addDays(today, -publishedDaysAgo),
    createdAt: new Date(`${addDays(today, -publishedDaysAgo)}T08:00:00Z`),
    ...born,
  });
}

/** Companies, one employer each, and their open offers. */
export function addCompanies(world: DemoWorld): void {
  const { chance } = world;
  COMPANIES.forEach(([name, insee, codes], index) => {
    const pending = index >= COMPANIES.length - PENDING_COMPANIES;
    const company = addOrganisation(world, {
      kind: "company",
      name,
      insee,
      ...(pending ? { status: "pending" as const } : {}),
    });
    const employer = addAccount(world, {
      role: "employer",
      firstName: chance.pick(FIRST_NAMES),
      lastName: chance.pick(LAST_NAMES),
      organisationId: company._id,
    });
    if (pending) return;
    for (const code of codes) {
      const occupation = world.occupations.get(code);
      if (!occupation) continue;
      for (const neededInDays of chance.some([12, 45, 100, 170, 240], chance.between(1, 2)))
        addOffer(world, company, employer, occupation, { neededInDays });
    }
  });
}
