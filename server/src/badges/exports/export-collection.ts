import type { ExportFormat } from "@acquis/shared/badges/collection.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { fold } from "@acquis/shared/referential/text.rules.ts";
import type { SignedIn } from "../../platform/http/api.ts";
import type { CollectionContext } from "../collection/collection-context.ts";
import { credentialOf } from "../collection/download-badge.ts";
import { badgesOf } from "../collection/read-collection.ts";
import { clrOf, type WrappedCredential } from "./clr.ts";
import { elmOf } from "./elm-credential.ts";
import { zipBadges } from "./zip-badges.ts";

/** Everything one holds, in a format that goes elsewhere. Errors: wrong_state when there is nothing to put in it. */
export type ExportMaker = (actor: SignedIn, format: ExportFormat) => Promise<File>;

async function credentialsOf(context: CollectionContext, traineeId: string): Promise<WrappedCredential[]> {
  const badges = await badgesOf(context, traineeId);
  const found = await Promise.all(badges.map((badge) => credentialOf(context, badge)));
  // Open Badges 2.0 are no verifiable credentials: they leave with the zip.
  return found.filter(
    (one, index) => one !== null && badges[index]?.content?.version === "3.0",
  ) as WrappedCredential[];
}

/** Makes the exports of one's own collection and portfolio. */
export function createExports(context: CollectionContext): ExportMaker {
  const { accounts, portfolio, referential, kernel } = context;
  return async (actor, format) => {
    const person = (await accounts.people([actor.accountId])).get(actor.accountId);
    if (!person) throw new DomainError("not_found");
    const owner = fold(`${person.firstName} ${person.lastName}`).replace(/[^a-z0-9]+/g, "-");
    const named = (parts: ConstructorParameters<typeof File>[0], what: string, type: string) =>
      new File(parts, `${what}-${owner.replace(/^-|-$/g, "") || "acquis"}`.concat(`.${extensions[format]}`), {
        type,
      });
    const json = (document: object, what: string) =>
      named([JSON.stringify(document, null, 2)], what, "application/ld+json");

    if (format === "zip")
      return named(
        await zipBadges(context, await badgesOf(context, actor.accountId)),
        "badges",
        "application/zip",
      );

    const region = await context.region();
    const made = { now: kernel.clock.now(), newId: kernel.newId, region };
    if (format === "clr") {
      const credentials = await credentialsOf(context, actor.accountId);
      if (credentials.length === 0) throw new DomainError("wrong_state", { field: "format" });
      return json(clrOf(person, credentials, made), "releve-clr");
    }
    const held = await portfolio.read(actor.accountId);
    const evidence = held?.evidence ?? [];
    if (evidence.length + (held?.experiences.length ?? 0) === 0)
      throw new DomainError("wrong_state", { field: "format" });
    const competencies = referential.competencies([...new Set(evidence.map((item) => item.competencyId))]);
    const addresses = new Map(
      (await badgesOf(context, actor.accountId)).map(({ _id, content }) => [_id, content?.id ?? null]),
    );
    const source = { person, evidence, experiences: held?.experiences ?? [], competencies, addresses };
    return json(elmOf(source, { ...made, today: kernel.clock.today() }), "portfolio-europass");
  };
}

const extensions: Record<ExportFormat, string> = { zip: "zip", clr: "json", elm: "jsonld" };
