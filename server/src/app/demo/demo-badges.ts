import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import type { Motif } from "@acquis/shared/badges/motifs.ts";
import type { Mapping } from "@acquis/shared/badges/recognition.schema.ts";
import type { Level } from "@acquis/shared/platform/primitives.schema.ts";
import type { AccountDocument } from "../../accounts/accounts.store.ts";
import { issueBadge } from "../../badges/issuing/issue-badge.ts";
import { revokeBadge } from "../../badges/issuing/revoke-badge.ts";
import { saveLocalBadge } from "../../badges/local/save-local-badge.ts";
import { askRecognition } from "../../badges/recognition/ask-recognition.ts";
import { decideRecognition } from "../../badges/recognition/decide-recognition.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { App } from "../app.ts";

type Seeded = Pick<App, "kernel" | "features">;

interface DemoBadge {
  id: string;
  by: Role;
  name: string;
  description: string;
  motif: Motif;
  criteria: string[];
  /** `meets`: for each criterion, which one of the framework it meets, from 0; at its own place unless said. */
  as?: {
    metaBadgeId: string;
    level: Level;
    decision: "recognise" | "askMore" | "wait";
    meets?: number[];
    reason?: string;
  };
}

const BADGES: DemoBadge[] = [
  {
    id: "demo-accueil",
    by: "providerAdmin",
    name: "Accueillir et informer",
    description: "Accueillir une personne, comprendre sa demande et lui répondre.",
    motif: "communicate",
    criteria: [
      "A redit la demande avec ses mots avant de répondre.",
      "A dit à la relève ce qui était fait et ce qui restait à faire.",
      "A laissé un message écrit que le collègue a compris.",
    ],
    as: { metaBadgeId: "communiquer", level: 2, decision: "recognise" },
  },
  {
    id: "demo-poste-pret",
    by: "providerAdmin",
    name: "Poste prêt",
    description: "Préparer son poste de travail et le laisser propre.",
    motif: "organise",
    criteria: ["A préparé son matériel avant de commencer.", "A rangé le poste à la fin."],
    as: { metaBadgeId: "organiser", level: 2, decision: "wait", meets: [0, 2] },
  },
  {
    id: "demo-equipe-pommiers",
    by: "employer",
    name: "Dans l'équipe des Pommiers",
    description: "Prendre sa place dans l'équipe de la résidence pendant une immersion.",
    motif: "fitIn",
    criteria: [
      "A fait sa part du travail sans qu'on le rappelle.",
      "A tenu compte d'une remarque de l'équipe.",
      "A travaillé avec toutes les personnes du service.",
    ],
    as: { metaBadgeId: "s-integrer", level: 2, decision: "recognise" },
  },
  {
    id: "demo-nouveau-depart",
    by: "advisor",
    name: "Nouveau départ",
    description: "Découvrir un métier pendant deux semaines et s'y adapter.",
    motif: "adapt",
    criteria: ["A changé de poste au moins une fois.", "A demandé de l'aide devant un imprévu."],
    as: {
      metaBadgeId: "s-adapter",
      level: 2,
      decision: "askMore",
      reason: "Comment voyez-vous que la première tâche n'est pas oubliée ?",
    },
  },
];

async function personas({ features }: Seeded): Promise<(role: Role) => SignedIn> {
  const found = await features.accounts.store.accounts
    .find({ persona: { $ne: null } })
    .sort({ persona: 1 })
    .lean<AccountDocument[]>();
  return (role) => {
    const person = found.find((one) => one.role === role);
    if (!person) throw new Error(`no persona is ${role}`);
    const { _id, organisationId } = person;
    return { accountId: _id, role, organisationId, organisationStatus: "approved" };
  };
}

async function mappingOf({ features }: Seeded, badge: DemoBadge): Promise<Mapping> {
  const metaBadge = await features.badges.context.metaBadges.findById(badge.as?.metaBadgeId).lean();
  const criteria = metaBadge?.versions
    .at(-1)
    ?.levels.find(({ level }) => level === badge.as?.level)?.criteria;
  return badge.criteria.flatMap((_, index) => {
    const met = criteria?.[badge.as?.meets?.[index] ?? index];
    return met ? [{ localCriterionId: `c${index + 1}`, metaCriterionId: met.id }] : [];
  });
}

async function addBadge(seeded: Seeded, badge: DemoBadge, as: (role: Role) => SignedIn): Promise<void> {
  const { context } = seeded.features.badges;
  const known = await context.localBadges.exists({ _id: badge.id });
  if (!known)
    await saveLocalBadge(context, as(badge.by), {
      id: badge.id,
      name: badge.name,
      description: badge.description,
      criteria: badge.criteria.map((text, index) => ({ id: `c${index + 1}`, text })),
      alignments:
        badge.as?.decision === "askMore"
          ? []
          : [{ metaBadgeId: badge.as?.metaBadgeId ?? "", level: badge.as?.level ?? 1, criterionId: null }],
      image: { kind: "motif", motif: badge.motif },
      revision: 0,
    });
  if (!badge.as) return;
  const id = `${badge.id}-recognition`;
  const { decision, metaBadgeId, level, reason = "" } = badge.as;
  const mapping = await mappingOf(seeded, badge);
  const note = "Ce badge est donné depuis deux ans.";
  const asked = await askRecognition(context, as(badge.by), {
    id,
    localBadgeId: badge.id,
    metaBadgeId,
    level,
    mapping,
    note,
  });
  const contentHash = asked.history.at(-1)?.contentHash ?? "";
  if (decision !== "wait" && asked.history.length === 1)
    await decideRecognition(context, as("steward"), { id, decision, reason, contentHash });
}

/** Badges of structures, recognised, waiting and questioned, and a handful issued: a few signatures, no more. */
export async function seedDemoBadges(seeded: Seeded): Promise<void> {
  const { features } = seeded;
  const { context } = features.badges;
  // The revocation comes last: with it, all of it is there.
  if (await context.issued.exists({ revoked: { $ne: null } })) return;
  await features.badges.ready();
  const as = await personas(seeded);
  for (const badge of BADGES) await addBadge(seeded, badge, as);

  const session = await features.training.store.sessions
    .findOne({ trainerIds: as("trainer").accountId })
    .lean();
  const enrolled = await features.training.store.enrolments.find({ sessionId: session?._id }).lean();
  const awa = as("trainee").accountId;
  const holders = [awa, ...enrolled.map(({ traineeId }) => traineeId).filter((id) => id !== awa)].slice(0, 4);
  const issued = [];
  for (const [index, traineeId] of holders.entries())
    issued.push(
      await issueBadge(context, as("providerAdmin"), {
        id: `demo-issued-${index}`,
        badge: { kind: "local", localBadgeId: "demo-accueil" },
        recipient: { traineeId },
        narrative: "A tenu l'accueil du centre pendant la semaine de l'emploi.",
      }),
    );
  const last = issued.at(-1);
  if (last && issued.length > 1)
    await revokeBadge(context, as("providerAdmin"), {
      id: last._id,
      reason: "Donné à la mauvaise personne.",
    });
}
