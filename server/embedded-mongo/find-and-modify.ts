import {
  arrayField,
  type Command,
  commandFields,
  documentField,
  namespace,
  type Request,
  type Server,
} from "./command.ts";
import { MongoError } from "./errors.ts";
import { computeVariables } from "./expressions/expression.ts";
import { checkQuery, firstMatch, type Query } from "./find.ts";
import { compileProjection } from "./projection.ts";
import { rewrite, upsert } from "./rewrite.ts";
import { compileUpdate } from "./update.ts";
import { type Doc, isTrue } from "./values.ts";

async function findAndModify({ databases }: Server, request: Request): Promise<Doc> {
  const { body } = request;
  const ns = namespace(request);
  const variables = computeVariables(documentField(body, "let"));
  const query: Query = {
    filter: documentField(body, "query"),
    sort: documentField(body, "sort"),
    hint: body.hint,
    variables,
  };
  checkQuery({ ...query, projection: documentField(body, "fields") });
  const removes = isTrue(body.remove);
  if (removes && (body.update !== undefined || isTrue(body.new) || isTrue(body.upsert)))
    throw new MongoError(9, "Cannot specify both an update and remove=true");
  const arrayFilters = arrayField(body, "arrayFilters");
  if (removes && arrayFilters) throw new MongoError(9, "Cannot specify arrayFilters and remove=true");
  if (!removes && body.update === undefined)
    throw new MongoError(9, "Either an update or remove=true must be specified");
  const change = removes ? undefined : compileUpdate(body.update, arrayFilters, variables);
  const fields = documentField(body, "fields");
  const shape = (doc: Doc | null, filter: Doc) =>
    doc && Object.keys(fields).length > 0
      ? compileProjection(fields, Object.keys(variables), filter)(doc, variables)
      : doc;
  return databases.storage.write(() => {
    const collection = isTrue(body.upsert) ? databases.create(ns) : databases.find(ns);
    const match = collection && firstMatch(collection, query);
    const reply = (n: number, value: Doc | null, more: Doc, filter: Doc = {}): Doc => ({
      lastErrorObject: { n, ...more },
      value: shape(value, filter),
      ok: 1,
    });
    if (collection && match) {
      if (!change) {
        collection.remove(match.found.rid, match.doc);
        return reply(1, match.doc, {}, match.filter);
      }
      const { before, after } = rewrite(collection, match.found, match.filter, change.apply);
      return reply(1, isTrue(body.new) ? after : before, { updatedExisting: true }, match.filter);
    }
    if (!change) return reply(0, null, {});
    if (!collection || !isTrue(body.upsert)) return reply(0, null, { updatedExisting: false });
    const doc = upsert(collection, query.filter, change);
    return reply(1, isTrue(body.new) ? doc : null, { updatedExisting: false, upserted: doc._id });
  });
}

export const modify: Command = {
  run: findAndModify,
  fields: commandFields(
    "query:object sort:object remove:bool update new:bool fields:object upsert:bool arrayFilters:array hint let:object bypassDocumentValidation:bool collation:refused",
  ),
};
