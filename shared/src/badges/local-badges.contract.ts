import { z } from "zod";
import { idSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import { badgeIdSchema } from "./framework.schema.ts";
import {
  localBadgeInputSchema,
  localBadgeSchema,
  MAX_DESCRIPTION_BYTES,
  MAX_IMAGE_BYTES,
} from "./local-badge.schema.ts";

/** Who describes badges for an organisation; trainers read those of their provider, to issue them. */
const managers = { roles: ["providerAdmin", "employer", "advisor", "steward"] } as const;
const readers = { roles: ["trainer", "providerAdmin", "employer", "advisor", "steward"] } as const;

export const localBadgesContract = {
  listMine: route("GET", "/badges/local", readers, "The badges of one's own organisation").output(
    z.array(localBadgeSchema),
  ),
  read: route(
    "GET",
    "/badges/local/{id}",
    readers,
    "A badge of one's organisation; the steward reads them all",
  )
    .input(z.object({ id: idSchema }))
    .output(localBadgeSchema),
  save: route("PUT", "/badges/local/{id}", managers, "Describe a badge, or change its description")
    .input(localBadgeInputSchema)
    .output(localBadgeSchema),
  sendImage: route("POST", "/badges/local/{id}/image", managers, "Give it an image of one's own (PNG)")
    .input(z.object({ id: idSchema, file: z.file().max(MAX_IMAGE_BYTES) }))
    .output(localBadgeSchema),
  describeFromAddress: route(
    "POST",
    "/badges/local/{id}/from-address",
    managers,
    "Describe a badge issued elsewhere by the address of its badge class (2.0) or achievement (3.0), or of one badge",
  )
    .input(z.object({ id: badgeIdSchema, url: z.url().max(2000) }))
    .output(localBadgeSchema),
  describeFromFile: route(
    "POST",
    "/badges/local/{id}/from-file",
    managers,
    "Describe a badge issued elsewhere by the file of its description, or of one badge (JSON, JWT, PNG, SVG)",
  )
    .input(z.object({ id: badgeIdSchema, file: z.file().max(MAX_DESCRIPTION_BYTES) }))
    .output(localBadgeSchema),
  readAgain: route(
    "POST",
    "/badges/local/{id}/read-again",
    managers,
    "Read a badge from elsewhere at its address again: a recognition of what has changed no longer counts",
  )
    .input(z.object({ id: idSchema }))
    .output(localBadgeSchema),
};
