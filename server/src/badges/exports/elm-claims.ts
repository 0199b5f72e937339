import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { levelOf } from "@acquis/shared/portfolio/evidence.rules.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";
import type { CompetencyRef } from "@acquis/shared/referential/referential.schema.ts";
import type { PortfolioDocument } from "../../portfolio/index.ts";
import type { JsonObject } from "../validator/json.ts";
import { note, organisation, romeSkill } from "./elm-vocabulary.ts";

type StoredExperience = PortfolioDocument["experiences"][number];

export interface ElmSource {
  person: { firstName: string; lastName: string };
  evidence: readonly Evidence[];
  experiences: readonly StoredExperience[];
  competencies: ReadonlyMap<string, CompetencyRef>;
  /** Address of each badge of the collection, by its id there. */
  addresses: ReadonlyMap<string, string | null>;
}

export const PERSON_ID = "urn:epass:person:1";
/** Who says of oneself is its own awarding body: ELM has no other way to say "declared". */
const SELF = { id: PERSON_ID, type: "Person" };

const LEVELS: Record<number, { fr: string; en: string }> = {
  1: { fr: "Niveau 1 : notions", en: "Level 1: notions" },
  2: { fr: "Niveau 2 : applique avec de l'aide", en: "Level 2: applies with help" },
  3: { fr: "Niveau 3 : autonome", en: "Level 3: autonomous" },
  4: { fr: "Niveau 4 : transmet à d'autres", en: "Level 4: transmits to others" },
};

const KINDS: Record<Evidence["kind"], { fr: string; en: string }> = {
  declaration: { fr: "Déclarée par la personne", en: "Declared by the person" },
  attestation: { fr: "Attestée", en: "Attested" },
  badge: { fr: "Prouvée par un badge reconnu", en: "Proven by a recognised badge" },
  certification: { fr: "Prouvée par une certification", en: "Proven by a certification" },
  training: { fr: "En cours d'acquisition", en: "Being acquired" },
};

/** A calendar day as an instant: ELM knows only those. */
const instant = (day: Day) => `${day}T00:00:00Z`;
const firstDay = (month: string) => instant(`${month}-01`);

const labelsOf = (ref: CompetencyRef | undefined, id: string): Record<string, string> => ({
  fr: ref?.label ?? id,
  ...(ref?.labelEn ? { en: ref.labelEn } : {}),
});

function outcomeOf(item: Evidence, ref: CompetencyRef | undefined): JsonObject {
  const skill = ref?.romeOgr ? { relatedSkill: romeSkill(ref.romeOgr, ref.label) } : {};
  const title = labelsOf(ref, item.competencyId);
  return { id: `urn:epass:learningOutcome:${item.competencyId}`, type: "LearningOutcome", title, ...skill };
}

function awardedBy(item: Evidence): JsonObject {
  const { by } = item;
  const body = by
    ? organisation(`urn:epass:org:${by.organisationId ?? by.id}`, by.organisation ?? by.name)
    : SELF;
  return {
    id: `urn:epass:awardingProcess:${item.id}`,
    type: "AwardingProcess",
    awardingBody: body,
    awardingDate: instant(item.observedOn ?? item.addedOn),
  };
}

function notesOf(item: Evidence): JsonObject[] {
  const level = LEVELS[levelOf(item)] ?? { fr: "", en: "" };
  const kind = KINDS[item.kind];
  const who = item.by && item.kind !== "training" ? ` : ${item.by.name}` : "";
  const said = [note(`urn:epass:note:${item.id}:level`, level)];
  said.push(note(`urn:epass:note:${item.id}:kind`, { fr: `${kind.fr}${who}`, en: `${kind.en}${who}` }));
  if (item.comment) said.push(note(`urn:epass:note:${item.id}:comment`, { fr: item.comment }));
  return said;
}

/** One fact behind a competency: what was achieved, who vouches for it, when, at what level. */
export function achievementOf(item: Evidence, { competencies, addresses }: ElmSource): JsonObject {
  const ref = competencies.get(item.competencyId);
  const title = labelsOf(ref, item.competencyId);
  const address = item.badge ? addresses.get(item.badge.id) : null;
  const document =
    address && /^https?:/.test(address)
      ? {
          supplementaryDocument: {
            id: `urn:epass:webResource:${item.id}`,
            type: "WebResource",
            title: { fr: item.badge?.name ?? "" },
            contentURL: address,
          },
        }
      : {};
  return {
    id: `urn:epass:learningAchievement:${item.id}`,
    type: "LearningAchievement",
    title,
    additionalNote: notesOf(item),
    awardedBy: awardedBy(item),
    ...document,
    specifiedBy: {
      id: `urn:epass:learningAchievementSpec:${item.competencyId}`,
      type: "LearningAchievementSpecification",
      title,
      learningOutcome: outcomeOf(item, ref),
    },
  };
}

/** What was done at work, in associations, at home; told by the person. */
export function activityOf(experience: StoredExperience): JsonObject {
  const { id, startsOn, endsOn } = experience;
  return {
    id: `urn:epass:learningActivity:${id}`,
    type: "LearningActivity",
    title: { fr: experience.title },
    ...(experience.description ? { description: { fr: experience.description } } : {}),
    temporal: {
      id: `urn:epass:period:${id}`,
      type: "PeriodOfTime",
      startDate: firstDay(startsOn),
      ...(endsOn ? { endDate: firstDay(endsOn) } : {}),
    },
    ...(experience.organisation
      ? { directedBy: organisation(`urn:epass:org:experience-${id}`, experience.organisation) }
      : {}),
    awardedBy: {
      id: `urn:epass:awardingProcess:${id}`,
      type: "AwardingProcess",
      awardingBody: SELF,
    },
  };
}

/** A training under way: its module, by when, and what it will teach. */
export function trainingOf(item: Evidence, { competencies }: ElmSource): JsonObject {
  const { training } = item;
  const name = training?.providerName ?? "";
  const by = item.by?.organisationId ?? training?.enrolmentId ?? item.id;
  const taught = labelsOf(competencies.get(item.competencyId), item.competencyId);
  return {
    id: `urn:epass:learningActivity:${item.id}`,
    type: "LearningActivity",
    title: { fr: `${training?.programmeName ?? ""} : ${training?.moduleName ?? ""}` },
    description: { fr: `${KINDS.training.fr} : ${taught.fr}` },
    temporal: {
      id: `urn:epass:period:${item.id}`,
      type: "PeriodOfTime",
      startDate: instant(item.addedOn),
      ...(training ? { endDate: instant(training.expectedOn) } : {}),
    },
    awardedBy: {
      id: `urn:epass:awardingProcess:${item.id}`,
      type: "AwardingProcess",
      awardingBody: organisation(`urn:epass:org:${by}`, name),
    },
  };
}
