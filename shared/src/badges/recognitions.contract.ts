import { z } from "zod";
import { idSchema, textSchema } from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import {
  comparisonSchema,
  mappingSchema,
  recognisedBadgeSchema,
  recognitionDecisionSchema,
  recognitionRequestSchema,
  recognitionSchema,
  recognitionStatusSchema,
  withdrawRecognitionSchema,
} from "./recognition.schema.ts";

const managers = { roles: ["providerAdmin", "employer", "advisor", "steward"] } as const;
const steward = { roles: ["steward"] } as const;

export const recognitionsContract = {
  ask: route(
    "POST",
    "/badges/recognitions",
    managers,
    "Ask the Région to recognise a badge of one's organisation, saying which criterion meets which",
  )
    .input(recognitionRequestSchema)
    .output(recognitionSchema),
  askAgain: route(
    "POST",
    "/badges/recognitions/{id}/ask-again",
    managers,
    "Answer what the Région asked, or ask again after a refusal or a change of content",
  )
    .input(z.object({ id: idSchema, mapping: mappingSchema, note: textSchema(1000).default("") }))
    .output(recognitionSchema),
  list: route(
    "GET",
    "/badges/recognitions",
    managers,
    "A structure's own requests; for the steward those of everybody, the ones that wait first",
  )
    .input(z.object({ status: recognitionStatusSchema.optional() }))
    .output(z.array(recognitionSchema)),
  compare: route(
    "GET",
    "/badges/recognitions/{id}",
    managers,
    "Side by side: the criteria of the badge and of the framework, the alignment, the issuer",
  )
    .input(z.object({ id: idSchema }))
    .output(comparisonSchema),
  decide: route(
    "POST",
    "/badges/recognitions/{id}/decide",
    steward,
    "Recognise, ask for more, or refuse, with the reason",
  )
    .input(recognitionDecisionSchema)
    .output(recognitionSchema),
  withdraw: route(
    "POST",
    "/badges/recognitions/{id}/withdraw",
    steward,
    "Withdraw a recognition: it no longer counts in any portfolio, and people are told why",
  )
    .input(withdrawRecognitionSchema)
    .output(recognitionSchema),
  listRecognised: route(
    "GET",
    "/badges/recognised",
    { public: "which badges the Région recognises is for everybody to know" },
    "The badges that the Région recognises today",
  )
    .input(z.object({ metaBadgeId: idSchema.optional() }))
    .output(z.array(recognisedBadgeSchema)),
};
