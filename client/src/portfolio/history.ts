import type { AttestationRequest } from "@acquis/shared/attestations/attestation.schema.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { Experience } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { dayOf } from "./evidence-reading.ts";

export type FactKind =
  | Evidence["kind"]
  | "asked"
  | "declined"
  | "changed"
  | "accepted"
  | "contested"
  | NonNullable<Evidence["withdrawal"]>["kind"];

/** One line of the history of a competency: what happened, when, by whom, and what they wrote. */
export interface Fact {
  id: string;
  on: string;
  kind: FactKind;
  /** What the fact is about: ending a promise does not read as ending a declaration. */
  about: Evidence["kind"];
  level: Level | null;
  who: string | null;
  organisation: string | null;
  text: string;
  /** The experience or the training it comes from. */
  from: string | null;
  /** Of one's collection, when the fact comes from a badge. */
  badgeId: string | null;
  /** The attestation that may be taken away as a signed badge. */
  evidenceId: string | null;
  /** Taken back, revoked or contested since: shown struck. */
  ended: boolean;
}

const nothing = {
  level: null,
  who: null,
  organisation: null,
  text: "",
  from: null,
  badgeId: null,
  evidenceId: null,
  ended: false,
};

/** Declared again the same day, in the same place: what was said before is changed, not taken back. */
function isReplaced(item: Evidence, all: readonly Evidence[]): boolean {
  return (
    item.kind === "declaration" &&
    all
      .slice(all.indexOf(item) + 1)
      .some(
        (later) =>
          later.kind === "declaration" &&
          later.experienceId === item.experienceId &&
          later.addedOn === item.withdrawal?.on,
      )
  );
}

function factsOf(item: Evidence, all: readonly Evidence[], experiences: readonly Experience[]): Fact[] {
  const { id, kind, answer, withdrawal, training } = item;
  const experience = experiences.find((one) => one.id === item.experienceId);
  const facts: Fact[] = [
    {
      id,
      on: kind === "training" ? item.addedOn : dayOf(item),
      kind,
      about: kind,
      level: item.level,
      who: kind === "training" ? null : (item.by?.name ?? null),
      organisation: item.by?.organisation ?? null,
      text: item.comment,
      from: training?.programmeName ?? experience?.title ?? item.badge?.name ?? null,
      badgeId: item.badge && withdrawal?.kind !== "badgeRemoved" ? item.badge.id : null,
      evidenceId: kind === "attestation" && withdrawal === null && item.by?.organisationId ? id : null,
      ended: withdrawal !== null || answer?.answer === "contested",
    },
  ];
  if (answer)
    facts.push({
      ...nothing,
      id: `${id} ${answer.answer}`,
      on: answer.on,
      kind: answer.answer,
      about: kind,
      text: answer.comment,
    });
  if (withdrawal)
    facts.push({
      ...nothing,
      id: `${id} ${withdrawal.kind}`,
      on: withdrawal.on,
      kind: isReplaced(item, all) ? "changed" : withdrawal.kind,
      about: kind,
      who: kind === "declaration" ? null : withdrawal.byName,
      text: withdrawal.reason,
    });
  return facts;
}

function factsOfRequest({ id, trainer, note, askedOn, outcome }: AttestationRequest): Fact[] {
  const asked: Fact = {
    ...nothing,
    id,
    on: askedOn,
    kind: "asked",
    about: "attestation",
    who: trainer.name,
    text: note,
  };
  if (outcome?.kind !== "declined") return [asked];
  return [asked, { ...asked, id: `${id} no`, on: outcome.on, kind: "declined", text: outcome.reason }];
}

/** Everything that happened to one competency, the latest first. Nothing is left out. */
export function historyOf(
  evidence: readonly Evidence[],
  requests: readonly AttestationRequest[],
  experiences: readonly Experience[],
): Fact[] {
  const told = (item: Evidence) => factsOf(item, evidence, experiences);
  const own = (item: Evidence) => item.kind === "declaration" || item.kind === "training";
  // Of one day, what one says comes before what one asks, and asking before what others answer.
  const facts = [
    ...evidence.filter(own).flatMap(told),
    ...requests.flatMap(factsOfRequest),
    ...evidence.filter((item) => !own(item)).flatMap(told),
  ].map((fact, order) => ({ fact, order }));
  facts.sort((a, b) => (a.fact.on === b.fact.on ? b.order - a.order : a.fact.on < b.fact.on ? 1 : -1));
  return facts.map(({ fact }) => fact);
}
