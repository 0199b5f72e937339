import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import { stands } from "@acquis/shared/portfolio/evidence.rules.ts";
import type { JsonObject } from "../validator/json.ts";
import type { Making } from "./clr.ts";
import { achievementOf, activityOf, type ElmSource, PERSON_ID, trainingOf } from "./elm-claims.ts";
import { displayOf, ELM_CONTEXT, ELM_SCHEMA, GENERIC, issuerOf } from "./elm-vocabulary.ts";

/**
 * The whole portfolio as a European Digital Credential of the European Learning Model 3: what stands, each
 * attestation by itself, experiences, and what is being acquired. Not sealed: Europass seals with an eIDAS seal,
 * which the Région alone can put.
 */
export function elmOf(source: ElmSource, { now, today, newId, region }: Making & { today: Day }): JsonObject {
  const { person, experiences } = source;
  const standing = source.evidence.filter(
    (item) => stands(item) && (item.badge?.expiresOn == null || item.badge.expiresOn >= today),
  );
  const coming = standing.filter(
    (item) => item.kind === "training" && (item.training?.expectedOn ?? "") >= today,
  );
  const claims = [
    ...standing.filter(({ kind }) => kind !== "training").map((item) => achievementOf(item, source)),
    ...experiences.map(activityOf),
    ...coming.map((item) => trainingOf(item, source)),
  ];
  const at = now.toISOString().replace(/\.\d+Z$/, "Z");
  const name = `${person.firstName} ${person.lastName}`;
  return {
    "@context": ELM_CONTEXT,
    id: `urn:credential:${newId()}`,
    type: ["VerifiableCredential", "EuropeanDigitalCredential"],
    credentialProfiles: GENERIC,
    displayParameter: displayOf(
      `Portfolio de compétences de ${name}`,
      "Compétences prouvées, acquises et à venir",
    ),
    credentialSchema: { id: ELM_SCHEMA, type: "ShaclValidator2017" },
    issuer: issuerOf(`urn:epass:issuer:${region.id}`, region.name, region.did ?? region.id),
    issuanceDate: at,
    issued: at,
    validFrom: at,
    credentialSubject: {
      id: PERSON_ID,
      type: "Person",
      givenName: { fr: person.firstName },
      familyName: { fr: person.lastName },
      fullName: { fr: name },
      hasClaim: claims,
    },
  };
}
