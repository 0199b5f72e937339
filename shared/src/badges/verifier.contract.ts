import { route } from "../platform/route.ts";
import { badgeSourceSchema, verificationSchema } from "./verifier.schema.ts";

export const verifierContract = {
  verify: route(
    "POST",
    "/badges/verifications",
    { public: "whoever is shown a badge may check it, without an account; nothing of it is kept" },
    "Verify a badge by its file or its address",
  )
    .input(badgeSourceSchema)
    .output(verificationSchema),
};
