import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { ProgrammeInput, SessionInput } from "@acquis/shared/training/training.schema.ts";
import { createAccounts } from "../../accounts/index.ts";
import { createAttestations } from "../../attestations/index.ts";
import { insertAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import { createTestKernel } from "../../platform/testing/test-kernel.ts";
import { createPortfolio } from "../../portfolio/index.ts";
import { createTraining } from "../index.ts";

const labels: Record<string, string> = {
  flat: "Souder à plat",
  upright: "Souder en position",
  drawing: "Lire un plan",
  safety: "Travailler en sécurité",
};

const refs = new Map<string, CompetencyRef>(
  Object.entries(labels).map(([id, label]) => [
    id,
    {
      id,
      label,
      labelEn: `${id} (en)`,
      kind: "skill",
      familyId: "metal",
      romeOgr: null,
      familyLabel: "Métal",
      familyLabelEn: null,
    },
  ]),
);

const refuseUnknown = (known: boolean, code: "unknown_competency" | "unknown_place", field: string) => {
  if (!known) throw new DomainError(code, { field });
};

/** Four competencies, two places, one occupation. */
export const aReferential = {
  isTradeWord: () => false,
  competencies: (ids: readonly string[]) =>
    new Map(ids.flatMap((id) => (refs.get(id) ? [[id, refs.get(id) as CompetencyRef] as const] : []))),
  requireCompetencies(ids: readonly string[], field: string) {
    refuseUnknown(
      ids.every((id) => refs.has(id)),
      "unknown_competency",
      field,
    );
  },
  requirePlace(insee: string, field: string) {
    refuseUnknown(["14118", "76351"].includes(insee), "unknown_place", field);
    return { insee, name: insee === "14118" ? "Caen" : "Le Havre", lat: 49.2, lng: -0.4, area: "200065597" };
  },
  occupations: (codes: readonly string[]) =>
    new Map(
      codes
        .filter((code) => code === "H2913")
        .map((code) => [code, { code, label: "Soudeur", labelEn: null }]),
    ),
  areaLabel: (code: string) => (code === "200065597" ? "Caen la Mer" : code),
  requireOccupation(code: string, field: string) {
    if (code !== "H2913") throw new DomainError("unknown_occupation", { field });
  },
};

const people: [id: string, role: Role, firstName: string, lastName: string, organisationId: string | null][] =
  [
    ["lina", "trainee", "Lina", "Moreau", null],
    ["tom", "trainee", "Tom", "Hébert", null],
    ["marie", "trainer", "Marie", "Lefort", "greta"],
    ["paul", "trainer", "Paul", "Girard", "greta"],
    ["ines", "trainer", "Inès", "Duval", "afpa"],
    ["admin", "providerAdmin", "Anne", "Roy", "greta"],
    ["other", "providerAdmin", "Luc", "Petit", "afpa"],
  ];

export function aProgramme(given: Partial<ProgrammeInput> = {}): ProgrammeInput {
  return {
    id: "welding",
    name: "Soudage",
    occupationCode: "H2913",
    modules: [
      { id: "basics", name: "Bases", teaches: [{ competencyId: "flat", level: 3 }] },
      {
        id: "position",
        name: "Positions",
        teaches: [
          { competencyId: "upright", level: 2 },
          { competencyId: "drawing", level: 2 },
        ],
      },
    ],
    revision: 0,
    ...given,
  };
}

/** From September 2026 to February 2027, with Marie; the first module ends in November. */
export function aSession(given: Partial<SessionInput> = {}): SessionInput {
  return {
    id: "autumn",
    programmeId: "welding",
    startsOn: "2026-09-01",
    endsOn: "2027-02-26",
    insee: "14118",
    trainerIds: ["marie"],
    moduleEnds: [{ moduleId: "basics", endsOn: "2026-11-20" }],
    revision: 0,
    ...given,
  };
}

/** Two providers, their people and two trainees, on a database of their own; nothing is taught yet. */
export async function createTerritory() {
  const kernel = await createTestKernel();
  const accounts = createAccounts(kernel, {
    places: aReferential,
    canInviteTo: (actor, sessionId) => training.canInviteTo(actor, sessionId),
  });
  const portfolio = createPortfolio(kernel, {
    accounts,
    referential: aReferential,
    follows: (actor, traineeId) => training.follows(actor, traineeId),
    requestedBy: (traineeId) => attestations.requestedBy(traineeId),
  });
  const training = createTraining(kernel, { accounts, referential: aReferential, portfolio });
  const deps = { accounts, referential: aReferential, portfolio, training };
  const attestations = createAttestations(kernel, deps);

  for (const id of ["greta", "afpa"])
    await insertAggregate(accounts.store.organisations, {
      _id: id,
      kind: "provider",
      name: id === "greta" ? "Greta Normandie" : "Afpa",
      siret: null,
      place: null,
      status: "approved",
      statusReason: null,
      createdOn: "2026-01-01",
    });
  for (const [_id, role, firstName, lastName, organisationId] of people)
    await insertAggregate(accounts.store.accounts, {
      _id,
      email: `${_id}@acquis.test`,
      role,
      firstName,
      lastName,
      locale: _id === "tom" ? "en" : "fr",
      organisationId,
      passwordHash: null,
      persona: null,
      createdOn: "2026-01-01",
    });

  const actor = (id: string, given: Partial<SignedIn> = {}): SignedIn => {
    const person = people.find(([personId]) => personId === id);
    if (!person) throw new Error(`nobody is called ${id}`);
    return {
      accountId: id,
      role: person[1],
      organisationId: person[4],
      organisationStatus: person[4] ? "approved" : null,
      ...given,
    };
  };
  const { store } = training;
  const context = { kernel, store, ...deps };
  return {
    kernel,
    accounts,
    portfolio,
    training,
    attestations,
    actor,
    trainingContext: context,
    attestationsContext: { ...deps, kernel, requests: attestations.requests },
    portfolioContext: {
      kernel,
      portfolios: portfolio.portfolios,
      accounts,
      referential: aReferential,
      follows: training.follows,
      requestedBy: attestations.requestedBy,
    },
    close: () => kernel.close(),
  };
}
export type Territory = Awaited<ReturnType<typeof createTerritory>>;

/** What a call is refused with: its code and the field, or null when it passed. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; field?: unknown } | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, ...(error.details.field ? { field: error.details.field } : {}) };
  }
}
