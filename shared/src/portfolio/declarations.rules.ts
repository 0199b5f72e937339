import type { Day, Level } from "../platform/primitives.schema.ts";
import { addEvidence, levelOf, withdrawEvidence } from "./evidence.rules.ts";
import type { Evidence, Withdrawal } from "./evidence.schema.ts";
import type { Declared } from "./portfolio.schema.ts";

/** Who declares, when, and how a new fact is named. */
export interface Declaring {
  traineeId: string;
  traineeName: string;
  today: Day;
  factId(competencyId: string, experienceId: string | null): string;
}

function declaration(
  competencyId: string,
  level: Level,
  experienceId: string | null,
  who: Declaring,
): Evidence {
  return {
    id: who.factId(competencyId, experienceId),
    competencyId,
    kind: "declaration",
    level,
    addedOn: who.today,
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

function withdrawnBy(who: Declaring): Withdrawal {
  return { on: who.today, by: who.traineeId, byName: who.traineeName, kind: "withdrawn", reason: "" };
}

function isDeclared(item: Evidence): boolean {
  return item.kind === "declaration" && item.withdrawal === null;
}

/** Withdraws the declarations chosen and adds new ones; the same array when both are empty. */
function replace(
  evidence: readonly Evidence[],
  old: ReadonlySet<Evidence>,
  added: readonly Evidence[],
  who: Declaring,
): readonly Evidence[] {
  return addEvidence(
    withdrawEvidence(evidence, (item) => old.has(item), withdrawnBy(who)),
    added,
  );
}

/**
 * Declares competencies by themselves. The level said last is the one that counts: a higher one declared
 * with an experience comes down to it. Saying the same again changes nothing.
 */
export function declare(
  evidence: readonly Evidence[],
  items: readonly Declared[],
  who: Declaring,
): readonly Evidence[] {
  const old = new Set<Evidence>();
  const added: Evidence[] = [];
  for (const { competencyId, level } of items) {
    const standing = evidence.filter((item) => isDeclared(item) && item.competencyId === competencyId);
    let said = false;
    for (const item of standing) {
      const same = levelOf(item) === level;
      if (item.experienceId === null && same) said = true;
      else if (item.experienceId === null) old.add(item);
      else if (levelOf(item) > level) {
        old.add(item);
        added.push(declaration(competencyId, level, item.experienceId, who));
      }
    }
    if (!said) added.push(declaration(competencyId, level, null, who));
  }
  return replace(evidence, old, added, who);
}

/** Makes what is declared with one experience exactly `items`: the rest is withdrawn, the same stays untouched. */
export function declareWithExperience(
  evidence: readonly Evidence[],
  experienceId: string,
  items: readonly Declared[],
  who: Declaring,
): readonly Evidence[] {
  const wanted = new Map(items.map((item) => [item.competencyId, item.level]));
  const old = new Set<Evidence>();
  for (const item of evidence) {
    if (!isDeclared(item) || item.experienceId !== experienceId) continue;
    if (wanted.get(item.competencyId) === levelOf(item)) wanted.delete(item.competencyId);
    else old.add(item);
  }
  const added = [...wanted].map(([competencyId, level]) =>
    declaration(competencyId, level, experienceId, who),
  );
  return replace(evidence, old, added, who);
}

/** Withdraws all that was declared of one competency, alone or with an experience; proof by others stays. */
export function withdrawDeclared(
  evidence: readonly Evidence[],
  competencyId: string,
  who: Declaring,
): readonly Evidence[] {
  return withdrawEvidence(
    evidence,
    (item) => isDeclared(item) && item.competencyId === competencyId,
    withdrawnBy(who),
  );
}

/** Competencies declared with an experience and not withdrawn since, in order. */
export function competenciesOfExperience(evidence: readonly Evidence[], experienceId: string): string[] {
  return evidence
    .filter((item) => isDeclared(item) && item.experienceId === experienceId)
    .map((item) => item.competencyId);
}

/** How many competencies are declared now: what a portfolio bounds. */
export function countDeclared(evidence: readonly Evidence[]): number {
  return new Set(evidence.filter(isDeclared).map((item) => item.competencyId)).size;
}
