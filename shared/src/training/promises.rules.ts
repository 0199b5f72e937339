import type { Day } from "../platform/primitives.schema.ts";
import { addEvidence, withdrawEvidence } from "../portfolio/evidence.rules.ts";
import type { Evidence, Withdrawal } from "../portfolio/evidence.schema.ts";
import type { TrainingModule } from "./training.schema.ts";

/** A module that was passed, with what it taught on that day: later changes of the programme attest nothing. */
export interface PassedModule {
  moduleId: string;
  by: string;
  observedOn: Day;
  comment: string;
  teaches: TrainingModule["teaches"];
}

export interface EnrolmentFacts {
  id: string;
  closed: { by: string } | null;
  skipped: readonly { moduleId: string; by: string }[];
  passed: readonly PassedModule[];
}

export interface TaughtSession {
  programmeName: string;
  providerId: string;
  providerName: string;
  modules: readonly (TrainingModule & { endsOn: Day })[];
}

/** When promises are brought up to date, and how people and new facts are named. */
export interface Keeping {
  today: Day;
  nameOf(accountId: string): string;
  promiseId(moduleId: string, competencyId: string): string;
  attestationId(moduleId: string, competencyId: string): string;
}

const noAnswer = { withdrawal: null, answer: null, experienceId: null };

function promisesOf(enrolment: EnrolmentFacts, session: TaughtSession, keeping: Keeping): Evidence[] {
  if (enrolment.closed) return [];
  const over = new Set([...enrolment.skipped, ...enrolment.passed].map((item) => item.moduleId));
  return session.modules
    .filter((module) => !over.has(module.id))
    .flatMap((module) =>
      module.teaches.map(({ competencyId, level }) => ({
        ...noAnswer,
        id: keeping.promiseId(module.id, competencyId),
        competencyId,
        kind: "training" as const,
        level,
        addedOn: keeping.today,
        by: {
          id: session.providerId,
          name: session.providerName,
          organisation: session.providerName,
          organisationId: session.providerId,
        },
        comment: "",
        context: "training",
        observedOn: null,
        training: {
          enrolmentId: enrolment.id,
          moduleId: module.id,
          programmeName: session.programmeName,
          moduleName: module.name,
          providerName: session.providerName,
          expectedOn: module.endsOn,
        },
      })),
    );
}

function attestationsOf(enrolment: EnrolmentFacts, session: TaughtSession, keeping: Keeping): Evidence[] {
  return enrolment.passed.flatMap((passed) =>
    passed.teaches.map(({ competencyId, level }) => ({
      ...noAnswer,
      id: keeping.attestationId(passed.moduleId, competencyId),
      competencyId,
      kind: "attestation" as const,
      level,
      addedOn: keeping.today,
      by: {
        id: passed.by,
        name: keeping.nameOf(passed.by),
        organisation: session.providerName,
        organisationId: session.providerId,
      },
      comment: passed.comment,
      context: "training",
      observedOn: passed.observedOn,
      training: null,
    })),
  );
}

function isSamePromise(a: Evidence, b: Evidence): boolean {
  return (
    a.competencyId === b.competencyId &&
    a.level === b.level &&
    a.training?.moduleId === b.training?.moduleId &&
    a.training?.expectedOn === b.training?.expectedOn &&
    a.training?.moduleName === b.training?.moduleName &&
    a.training?.programmeName === b.training?.programmeName &&
    a.training?.providerName === b.training?.providerName
  );
}

/** Why a promise ends: the module was passed or skipped, the trainee left, or the session changed. */
function endOf(
  promise: Evidence,
  enrolment: EnrolmentFacts,
  session: TaughtSession,
  keeping: Keeping,
): Withdrawal {
  const ofModule = (item: { moduleId: string }) => item.moduleId === promise.training?.moduleId;
  const ended = (by: string, kind: Withdrawal["kind"]): Withdrawal => ({
    on: keeping.today,
    by,
    byName: keeping.nameOf(by),
    kind,
    reason: "",
  });
  const passed = enrolment.passed.find(ofModule);
  if (passed) return ended(passed.by, "passed");
  const skipped = enrolment.skipped.find(ofModule);
  if (skipped) return ended(skipped.by, "skipped");
  if (enrolment.closed) return ended(enrolment.closed.by, "leftSession");
  return { ...ended(session.providerId, "withdrawn"), byName: session.providerName };
}

/**
 * Brings the evidence of a trainee in line with one enrolment: a promise for each competency of the modules
 * not yet passed or skipped, expected when the module ends; an attestation for each one passed. Changed dates
 * withdraw the promise and make a new one. Done twice, it changes nothing: the same array comes back.
 */
export function keepPromises(
  evidence: readonly Evidence[],
  enrolment: EnrolmentFacts,
  session: TaughtSession,
  keeping: Keeping,
): readonly Evidence[] {
  const wanted = promisesOf(enrolment, session, keeping);
  const standing = evidence.filter(
    (item) => item.withdrawal === null && item.training?.enrolmentId === enrolment.id,
  );
  const kept = new Set(standing.filter((item) => wanted.some((promise) => isSamePromise(promise, item))));
  const fresh = wanted.filter((promise) => !standing.some((item) => isSamePromise(promise, item)));
  const ended = withdrawEvidence(
    evidence,
    (item) => item.training?.enrolmentId === enrolment.id && !kept.has(item),
    (item) => endOf(item, enrolment, session, keeping),
  );
  return addEvidence(ended, [...attestationsOf(enrolment, session, keeping), ...fresh]);
}
