import type { ContractKind } from "@acquis/shared/portfolio/portfolio.schema.ts";
import type { Question } from "../candidates/use-question.ts";
import { useKept } from "../platform/use-kept.ts";
import type { OfferInput } from "./use-offer-commands.ts";

export const CONTRACTS: readonly ContractKind[] = [
  "permanent",
  "fixedTerm",
  "temporary",
  "apprenticeship",
  "seasonal",
  "partTime",
];

export interface OfferDraft {
  id: string;
  /** 0 until the server knows it. */
  revision: number;
  question: Question;
  contract: ContractKind | null;
  title: string;
  description: string;
}

export const STEPS = ["what", "when", "text"] as const;
export type Step = (typeof STEPS)[number];

/** The fields of a step that stop it from being left. */
export function missingIn(step: Step, draft: OfferDraft): string[] {
  if (step === "what") return draft.question.essential.length === 0 ? ["essential"] : [];
  if (step === "when")
    return [...(draft.question.place ? [] : ["insee"]), ...(draft.contract ? [] : ["contract"])];
  return draft.title.trim() ? [] : ["title"];
}

/** What is sent for a draft; null while something is missing. */
export function inputOf(draft: OfferDraft): OfferInput | null {
  const { question, contract } = draft;
  if (!question.place || !contract || STEPS.some((step) => missingIn(step, draft).length > 0)) return null;
  const asked = (list: Question["essential"]) =>
    list.map(({ competencyId, level }) => ({ competencyId, level }));
  return {
    id: draft.id,
    revision: draft.revision,
    title: draft.title.trim(),
    occupationCode: question.occupation,
    description: draft.description.trim(),
    contract,
    insee: question.place.insee,
    neededBy: question.neededBy,
    essential: asked(question.essential),
    useful: asked(question.useful),
  };
}

/** An offer being written; `name` tells which one. */
export function useOfferDraft(name: string, initial: () => OfferDraft) {
  const kept = useKept(`offer ${name}`, initial);
  const { value: draft, set: setDraft } = kept;
  return {
    draft,
    kept,
    change: (change: Partial<OfferDraft>) => setDraft((now) => ({ ...now, ...change })),
    ask: (change: Partial<Question>) =>
      setDraft((now) => ({ ...now, question: { ...now.question, ...change } })),
  };
}
