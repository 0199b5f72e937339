import { isContractProcedure, minifyContractRouter } from "@orpc/contract";
import type { Plugin } from "vite";
import { contract } from "../../shared/src/contract.ts";

const ID = "virtual:contract";
const RESOLVED = `\0${ID}`;

/** Keeps of each route what a request needs: no schema, no meta, no text for the OpenAPI document. */
function slim(router: unknown): unknown {
  if (isContractProcedure(router)) {
    const { method, path, inputStructure, outputStructure, successStatus } = router["~orpc"].route;
    const route = { method, path, inputStructure, outputStructure, successStatus };
    return { "~orpc": { errorMap: {}, meta: {}, route } };
  }
  if (typeof router !== "object" || router === null) return router;
  return Object.fromEntries(Object.entries(router).map(([key, value]) => [key, slim(value)]));
}

/** `virtual:contract`: the API's routes as data, so that zod and the schemas stay out of the first page. */
export function contractPlugin(): Plugin {
  return {
    name: "acquis:contract",
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load: (id) =>
      id === RESOLVED ? `export default ${JSON.stringify(slim(minifyContractRouter(contract)))}` : null,
  };
}
