import { addDays } from "@acquis/shared/platform/dates.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import { byCompetency, standingOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import { keepPromises } from "@acquis/shared/training/promises.rules.ts";
import { factId, type PortfolioDocument } from "../../portfolio/index.ts";
import { modulesOf } from "../../training/session-modules.ts";
import type { EnrolmentDocument, SessionDocument } from "../../training/training.store.ts";
import { born, type DemoWorld } from "./demo-world.ts";

const COMMENTS = [
  "Gestes sûrs, travail soigné.",
  "Bonne autonomie sur le plateau technique.",
  "Observé pendant le stage, avec le tuteur.",
  "À l'aise, aide ses collègues.",
  "",
];

function declaration(competencyId: string, level: Level, experienceId: string, world: DemoWorld): Evidence {
  return {
    id: world.chance.id(),
    competencyId,
    kind: "declaration",
    level,
    addedOn: world.today,
    by: null,
    comment: "",
    context: "",
    observedOn: null,
    experienceId,
    training: null,
    withdrawal: null,
    answer: null,
  };
}

export function declareAll(
  world: DemoWorld,
  portfolio: PortfolioDocument,
  declared: readonly { competencyId: string; level: Level }[],
  experienceId: string,
): void {
  portfolio.evidence.push(
    ...declared.map((one) => declaration(one.competencyId, one.level, experienceId, world)),
  );
}

/** Enrols somebody: modules already over are mostly passed, the others are promises with their date. */
export function enrolIn(world: DemoWorld, portfolio: PortfolioDocument, session: SessionDocument): void {
  const { chance, today } = world;
  const programme = world.programmes.find((one) => one._id === session.programmeId);
  const provider = world.organisations.find((one) => one._id === session.providerId);
  const trainer = session.trainerIds[0];
  if (!programme || !provider || !trainer) return;
  const modules = modulesOf(programme, session);
  const over = session.endsOn < today;
  const enrolment: EnrolmentDocument = {
    _id: chance.id(),
    sessionId: session._id,
    traineeId: portfolio._id,
    openedOn: earlier(session.startsOn, today),
    enrolledBy: null,
    closed: over ? { on: session.endsOn, end: "completed", by: trainer } : null,
    skipped: [],
    passed: modules
      .filter((module) => module.endsOn < today && chance.happens(0.88))
      .map((module) => ({
        moduleId: module.id,
        by: trainer,
        observedOn: module.endsOn,
        comment: chance.pick(COMMENTS),
        teaches: module.teaches,
      })),
    ...(over ? {} : { openKey: `${session._id} ${portfolio._id}` }),
    ...born,
  };
  world.enrolments.push(enrolment);
  const kept = keepPromises(
    portfolio.evidence,
    { ...enrolment, id: enrolment._id },
    { programmeName: programme.name, providerId: provider._id, providerName: provider.name, modules },
    {
      today: enrolment.openedOn,
      nameOf: (id) => nameOf(world, id),
      promiseId: (moduleId, competencyId) => factId("tr", enrolment._id, moduleId, competencyId, 1),
      attestationId: (moduleId, competencyId) => factId("at", enrolment._id, moduleId, competencyId),
    },
  );
  // Attested on the day it was seen, as a trainer would have.
  portfolio.evidence = kept.map((item) =>
    item.observedOn && item.addedOn < item.observedOn ? { ...item, addedOn: item.observedOn } : item,
  );
}

function earlier(a: string, b: string): string {
  return [a, b].sort()[0] as string;
}

/** A trainer of the session attests some of what was only declared so far. */
export function attestSome(
  world: DemoWorld,
  portfolio: PortfolioDocument,
  session: SessionDocument,
  share: number,
): void {
  const { chance, today } = world;
  const trainer = session.trainerIds.at(-1);
  const provider = world.organisations.find((one) => one._id === session.providerId);
  if (!trainer || !provider || session.startsOn > today) return;
  for (const [competencyId, evidence] of byCompetency(portfolio.evidence)) {
    const { held, proven } = standingOf(evidence, today);
    if (held === null || proven !== null || !chance.happens(share)) continue;
    const observedOn = addDays(today, -chance.between(3, 50));
    portfolio.evidence.push({
      ...declaration(competencyId, held, "", world),
      kind: "attestation",
      experienceId: null,
      addedOn: observedOn,
      observedOn,
      by: {
        id: trainer,
        name: nameOf(world, trainer),
        organisation: provider.name,
        organisationId: provider._id,
      },
      comment: chance.pick(COMMENTS),
      context: "workplace",
      answer: chance.happens(0.6) ? { answer: "accepted", comment: "", on: today } : null,
    });
  }
}

function nameOf(world: DemoWorld, accountId: string): string {
  const account = world.accounts.find((one) => one._id === accountId);
  return account ? `${account.firstName} ${account.lastName}` : "";
}
