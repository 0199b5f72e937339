import { z } from "zod";
import { idSchema, lineSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import { metaBadgeDraftInputSchema, metaBadgeKindSchema, metaBadgeSchema } from "./framework.schema.ts";

const steward = { roles: ["steward"] } as const;
const open = { public: "the framework says what the Région recognises: everybody may read it" } as const;
const readVersion = { revision: z.number().int().min(1) };

export const frameworkContract = {
  list: route("GET", "/badges/framework", open, "Meta-badges published, with all their versions")
    .input(z.object({ kind: metaBadgeKindSchema.optional(), withRetired: z.stringbool().optional() }))
    .output(z.array(metaBadgeSchema)),
  read: route("GET", "/badges/framework/{id}", open, "A meta-badge with all its versions")
    .input(z.object({ id: idSchema }))
    .output(metaBadgeSchema),
  listAll: route("GET", "/badges/framework-drafts", steward, "Every meta-badge, with its draft").output(
    z.array(metaBadgeSchema),
  ),
  saveDraft: route(
    "PUT",
    "/badges/framework/{id}/draft",
    steward,
    "Prepare a meta-badge, or its next version; nobody else sees it until it is published",
  )
    .input(metaBadgeDraftInputSchema)
    .output(metaBadgeSchema),
  dropDraft: route("DELETE", "/badges/framework/{id}/draft", steward, "Give up the version being prepared")
    .input(z.object({ id: idSchema }))
    .output(metaBadgeSchema.nullable()),
  publish: route(
    "POST",
    "/badges/framework/{id}/publish",
    steward,
    "Publish the draft as a new version, which is then frozen",
  )
    .input(z.object({ id: idSchema, ...readVersion }))
    .output(metaBadgeSchema),
  retire: route(
    "POST",
    "/badges/framework/{id}/retire",
    steward,
    "No longer issue nor recognise it; badges already given stand",
  )
    .input(z.object({ id: idSchema, reason: lineSchema(500) }))
    .output(metaBadgeSchema),
};
