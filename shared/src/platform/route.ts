import { type HTTPMethod, oc } from "@orpc/contract";
import type { Role } from "../accounts/account.schema.ts";

/** Who may call a route: the roles, or everybody with the reason why. A test refuses a route without one. */
export type Access = { roles: readonly Role[] } | { public: string };

export interface RouteMeta {
  access?: Access;
  [key: string]: unknown;
}

/** One route: method, path under /api/v1, access, and one sentence for the OpenAPI document. */
export function route(method: HTTPMethod, path: `/${string}`, access: Access, summary: string) {
  const tag = path.split("/")[1] ?? "api";
  return oc
    .$meta<RouteMeta>({})
    .meta({ access })
    .route({ method, path, summary, tags: [tag], inputStructure: "compact" });
}
