import { mayAskAgain, recognitionStatus, unknownRows } from "@acquis/shared/badges/recognition.rules.ts";
import type {
  Mapping,
  RecognitionFact,
  RecognitionRequest,
} from "@acquis/shared/badges/recognition.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { changeAggregate, insertAggregate } from "../../platform/database/aggregate.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { BadgesContext } from "../badges-context.ts";
import { type FrameworkLevel, requireLevel } from "../framework/describe-level.ts";
import type { LocalBadgeDocument } from "../local/local-badges.store.ts";
import { readLocalBadge } from "../local/read-local-badges.ts";
import { requireManager } from "../local/save-local-badge.ts";
import { readRecognition } from "./read-recognitions.ts";
import type { RecognitionDocument } from "./recognitions.store.ts";

export async function nameOf({ accounts }: BadgesContext, { accountId }: SignedIn): Promise<string> {
  const person = (await accounts.people([accountId])).get(accountId);
  return person ? `${person.firstName} ${person.lastName}` : "";
}

/** A fact of a recognition, about the content as it is now. */
export async function factOf(
  context: BadgesContext,
  actor: SignedIn,
  kind: RecognitionFact["kind"],
  reason: string,
  contentHash: string,
): Promise<RecognitionFact> {
  const by = { id: actor.accountId, name: await nameOf(context, actor) };
  return { kind, on: context.kernel.clock.today(), by, reason, contentHash };
}

/** Every row names a criterion of each side. Errors: invalid_input. */
function requireMapping(
  mapping: Mapping,
  badge: LocalBadgeDocument,
  { version, level }: FrameworkLevel,
): void {
  const criteria = version.levels.find((one) => one.level === level)?.criteria ?? [];
  const [unknown] = unknownRows(mapping, criteria, badge.criteria);
  if (unknown) throw new DomainError("invalid_input", { field: `mapping.${mapping.indexOf(unknown)}` });
}

/**
 * A structure asks the Région to recognise its badge as one level of a meta-badge; sent twice, asked once.
 * Errors: organisation_not_approved, not_found, unknown_meta_badge, invalid_input (mapping), already_exists.
 */
export async function askRecognition(
  context: BadgesContext,
  actor: SignedIn,
  { id, localBadgeId, metaBadgeId, level, mapping, note }: RecognitionRequest,
): Promise<RecognitionDocument> {
  requireManager(actor);
  const { kernel, recognitions } = context;
  const badge = await readLocalBadge(context, actor, localBadgeId);
  requireManager(actor, badge.organisationId);
  const found = await requireLevel(context, metaBadgeId, level, "metaBadgeId");
  requireMapping(mapping, badge, found);
  const added = await insertAggregate<RecognitionDocument>(recognitions, {
    _id: id,
    localBadgeId,
    organisationId: badge.organisationId,
    achievementId: badge.achievementId,
    metaBadgeId,
    metaVersion: found.version.version,
    level,
    mapping,
    note,
    history: [await factOf(context, actor, "asked", note, badge.contentHash)],
    endorsements: [],
    pair: `${localBadgeId} ${metaBadgeId} ${level}`,
    createdAt: kernel.clock.now(),
  });
  const kept = await recognitions.findById(id).lean<RecognitionDocument>();
  const same =
    kept?.localBadgeId === localBadgeId && kept.metaBadgeId === metaBadgeId && kept.level === level;
  // The id is another's, or this badge asks for this level already: answering that one is `askAgain`.
  if (!kept || (!added && !same)) throw new DomainError("already_exists", { field: "metaBadgeId" });
  return kept;
}

/**
 * Answers the Région, or asks again for what was refused, withdrawn, or changed since. Errors: not_found,
 * wrong_state (it waits for the Région, or stands), unknown_meta_badge, invalid_input.
 */
export async function askAgain(
  context: BadgesContext,
  actor: SignedIn,
  { id, mapping, note }: { id: string; mapping: Mapping; note: string },
): Promise<RecognitionDocument> {
  const { recognition, badge } = await readRecognition(context, actor, id);
  requireManager(actor, recognition.organisationId);
  const found = await requireLevel(context, recognition.metaBadgeId, recognition.level, "id");
  requireMapping(mapping, badge, found);
  const asked = await factOf(context, actor, "asked", note, badge.contentHash);
  return changeAggregate(context.recognitions, id, (current) => {
    if (!mayAskAgain(recognitionStatus(current.history, badge.contentHash))) {
      const last = current.history.at(-1);
      if (last?.kind === "asked" && last.contentHash === badge.contentHash && current.note === note)
        return null;
      throw new DomainError("wrong_state");
    }
    return {
      next: {
        ...current,
        mapping,
        note,
        metaVersion: found.version.version,
        history: [...current.history, asked],
      },
    };
  });
}
