import { z } from "zod";
import { doneSchema, idSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import {
  badgeFormSchema,
  collectedBadgeSchema,
  exportFormatSchema,
  importOutcomeSchema,
} from "./collection.schema.ts";
import { badgeSourceSchema, verificationSchema } from "./verifier.schema.ts";

const own = { roles: ["trainee"] } as const;
const readers = { roles: ["trainer", "providerAdmin", "advisor"] } as const;
const one = z.object({ id: idSchema });

export const collectionContract = {
  list: route("GET", "/badges/collection", own, "One's own badges, the latest first").output(
    z.array(collectedBadgeSchema),
  ),
  preview: route(
    "POST",
    "/badges/collection/previews",
    own,
    "Check a badge as one's own before keeping it; nothing is kept",
  )
    .input(badgeSourceSchema)
    .output(verificationSchema),
  import: route(
    "POST",
    "/badges/collection",
    own,
    "Keep a badge from a file or an address; an address that gives nothing yet is tried again",
  )
    .input(badgeSourceSchema)
    .output(z.object({ outcome: importOutcomeSchema, badge: collectedBadgeSchema })),
  check: route("POST", "/badges/collection/{id}/checks", own, "Check a badge again now")
    .input(one)
    .output(collectedBadgeSchema),
  show: route(
    "PUT",
    "/badges/collection/{id}/shown",
    own,
    "Show a badge to those who read the portfolio, or hide it; hidden, it still proves",
  )
    .input(one.extend({ shown: z.boolean() }))
    .output(collectedBadgeSchema),
  remove: route("DELETE", "/badges/collection/{id}", own, "Remove a badge; it no longer proves anything")
    .input(one)
    .output(doneSchema),
  download: route("GET", "/badges/collection/{id}/file", own, "A badge as a file, nothing lost")
    .input(one.extend({ as: badgeFormSchema.default("original") }))
    .output(z.file()),
  export: route("GET", "/badges/collection/exports/{format}", own, "Everything one holds, to take elsewhere")
    .input(z.object({ format: exportFormatSchema }))
    .output(z.file()),
  readFollowed: route(
    "GET",
    "/badges/portfolios/{traineeId}",
    readers,
    "The badges that a trainee one follows chose to show",
  )
    .input(z.object({ traineeId: idSchema }))
    .output(z.array(collectedBadgeSchema)),
  image: route(
    "GET",
    "/badges/collected/{id}/image",
    { roles: [...own.roles, ...readers.roles] },
    "The picture of a badge one holds, or was shown by somebody one follows",
  )
    .input(one)
    .output(z.file()),
};
