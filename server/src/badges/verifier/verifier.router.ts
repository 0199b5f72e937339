import { publicApi } from "../../platform/http/api.ts";
import { type VerifierDeps, verifyInPublic } from "./verify-in-public.ts";

export function verifierRouter(deps: VerifierDeps) {
  return {
    verify: publicApi.badges.verifier.verify.handler(({ input }) => verifyInPublic(deps, input)),
  };
}
