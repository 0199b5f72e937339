import type { BadgesContext } from "../badges-context.ts";
import { type Recognising, statusNow, withSides } from "./read-recognitions.ts";
import { type RecognitionNews, recognitionMail } from "./recognition-mails.ts";
import type { RecognitionDocument } from "./recognitions.store.ts";

/** Page of the client that mails lead to. */
const PAGE = "/badges/reconnaissances";

async function tell(
  { accounts, kernel }: BadgesContext,
  { recognition, badge, metaBadge }: Recognising,
  kind: RecognitionNews["kind"],
  reason: string,
): Promise<void> {
  const asker = recognition.history.findLast((fact) => fact.kind === "asked")?.by.id;
  const to = asker && (await accounts.people([asker])).get(asker);
  const metaName = metaBadge.versions.at(-1)?.name;
  // Somebody who left has nothing to be told.
  if (!to || !metaName) return;
  const news = { kind, badge: badge.name, metaBadge: metaName, level: recognition.level, reason };
  const url = `${kernel.settings.publicUrl}${PAGE}/${recognition._id}`;
  await kernel.mailer.send(recognitionMail(to, news, url));
}

/** Whoever asked learns what the Région decided. */
export async function tellDecision(
  context: BadgesContext,
  { recognitionId, fact }: { recognitionId: string; fact: number },
): Promise<void> {
  const found = await context.recognitions.findById(recognitionId).lean<RecognitionDocument>();
  const decided = found?.history[fact];
  const [one] = found ? await withSides(context, [found]) : [];
  if (!one || !decided || decided.kind === "asked") return;
  await tell(context, one, decided.kind, decided.reason);
}

/** Its content changed: whoever asked for a recognition that stood learns that it must be asked again. */
export async function tellChange(context: BadgesContext, localBadgeId: string): Promise<void> {
  const found = await context.recognitions.find({ localBadgeId }).lean<RecognitionDocument[]>();
  for (const one of await withSides(context, found))
    if (statusNow(one) === "changed") await tell(context, one, "changed", "");
}
