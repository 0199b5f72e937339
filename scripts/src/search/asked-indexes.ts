import { parseArgs } from "node:util";
import { indexes } from "@acquis/search-config/settings/indexes.ts";

/** The indexes a command is about: those named by `--index`, else all; ends the program on an unknown name. */
export function askedIndexes(usage: string): { names: string[]; json: boolean; repair: boolean } {
  const known = indexes.map((index) => index.uid);
  const { values } = parseArgs({
    options: {
      index: { type: "string", multiple: true },
      json: { type: "boolean", default: false },
      repair: { type: "boolean", default: false },
    },
    strict: false,
  });
  const names = (values.index as string[] | undefined) ?? known;
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(
      `No such index: ${unknown.join(", ")}. One of ${known.join(", ")}.\nUsage: npm run ${usage}`,
    );
    process.exit(2);
  }
  return { names, json: values.json === true, repair: values.repair === true };
}
