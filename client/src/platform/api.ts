import contract from "virtual:contract";
import type { Contract } from "@acquis/shared/contract.ts";
import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { fetchSignedIn } from "./fetch-signed-in.ts";

/** The API of this origin. */
export const API_URL = `${location.origin}/api/v1`;

/** The typed client of the one contract. Call it in a hook file: `api.offers.listMine()`. */
export const api: JsonifiedClient<ContractRouterClient<Contract>> = createORPCClient(
  new OpenAPILink(contract, { url: API_URL, fetch: fetchSignedIn }),
);
