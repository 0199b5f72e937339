import { describe, expect, it } from "vitest";
import { canRevoke } from "../attestations/attestations.policy.ts";
import { canFind, canSearchCandidates, canSeeName } from "../candidates/candidates.policy.ts";
import { canEditOffer, canManageOffers, canReadOffer } from "../offers/offers.policy.ts";
import { canAttestInSession, canManageProvider, canReadSession } from "../training/training.policy.ts";
import { type Actor, ROLES, type Role } from "./account.schema.ts";
import { canInvite, isOrganisationActive } from "./accounts.policy.ts";

const OWN = "own-organisation";
const actor = (role: Role): Actor => ({
  accountId: "me",
  role,
  organisationId: role === "trainee" ? null : OWN,
});

/** For each action, the roles that may take it in one's own house; everybody else may not. */
const table: [action: string, allowed: Role[], (actor: Actor) => boolean][] = [
  ["search candidates", ["employer", "steward"], (one) => canSearchCandidates(one, "approved")],
  ["search candidates while pending", [], (one) => canSearchCandidates(one, "pending")],
  ["search candidates while suspended", [], (one) => canSearchCandidates(one, "suspended")],
  ["manage offers", ["employer"], (one) => canManageOffers(one, "approved")],
  ["manage offers while pending", [], (one) => canManageOffers(one, "pending")],
  ["edit an open offer", ["employer"], (one) => canEditOffer(one, { companyId: OWN, status: "open" })],
  ["edit a closed offer", [], (one) => canEditOffer(one, { companyId: OWN, status: "closed" })],
  ["edit another company's offer", [], (one) => canEditOffer(one, { companyId: "x", status: "open" })],
  [
    "read a draft of one's own",
    ["employer"],
    (one) => canReadOffer(one, { companyId: OWN, status: "draft" }, "approved"),
  ],
  ["manage a provider", ["providerAdmin"], (one) => canManageProvider(one, OWN)],
  ["manage another provider", [], (one) => canManageProvider(one, "x")],
  [
    "read a session one trains",
    ["trainer", "providerAdmin"],
    (one) => canReadSession(one, { providerId: OWN, trainerIds: ["me"] }),
  ],
  [
    "read a session of the house, trained by others",
    ["providerAdmin"],
    (one) => canReadSession(one, { providerId: OWN, trainerIds: ["other"] }),
  ],
  [
    "attest in a session one trains",
    ["trainer"],
    (one) => canAttestInSession(one, { providerId: OWN, trainerIds: ["me"] }),
  ],
  [
    "attest in a session of others",
    [],
    (one) => canAttestInSession(one, { providerId: OWN, trainerIds: ["other"] }),
  ],
  [
    "revoke an attestation one gave",
    ["trainer", "providerAdmin"],
    (one) => canRevoke(one, { givenBy: "me", organisationId: OWN }),
  ],
  [
    "revoke a colleague's attestation",
    ["providerAdmin"],
    (one) => canRevoke(one, { givenBy: "other", organisationId: OWN }),
  ],
  [
    "revoke another house's attestation",
    [],
    (one) => canRevoke(one, { givenBy: "other", organisationId: "x" }),
  ],
  [
    "invite a trainee",
    ["trainer", "providerAdmin", "advisor", "steward"],
    (one) => canInvite(one, "trainee", null),
  ],
  [
    "invite a trainer into one's house",
    ["providerAdmin", "steward"],
    (one) => canInvite(one, "trainer", OWN),
  ],
  ["invite a trainer elsewhere", ["steward"], (one) => canInvite(one, "trainer", "x")],
  ["invite a colleague employer", ["employer", "steward"], (one) => canInvite(one, "employer", OWN)],
  ["invite an advisor", ["advisor", "steward"], (one) => canInvite(one, "advisor", OWN)],
  ["invite a steward", ["steward"], (one) => canInvite(one, "steward", OWN)],
  ["act while one's organisation is pending", ["trainee"], (one) => isOrganisationActive(one, "pending")],
  ["act once it is approved", [...ROLES], (one) => isOrganisationActive(one, "approved")],
];

describe("who may do what", () => {
  it.each(table)("%s: %j", (_action, allowed, policy) => {
    expect(ROLES.filter((role) => policy(actor(role)))).toEqual(
      ROLES.filter((role) => allowed.includes(role)),
    );
  });

  it("an open offer is read by all but other companies", () => {
    const readers = (company: "approved" | "suspended") =>
      ROLES.filter((role) => canReadOffer(actor(role), { companyId: "x", status: "open" }, company));
    expect(readers("approved")).toEqual(ROLES.filter((role) => role !== "employer"));
    expect(readers("suspended")).toEqual([]);
  });

  it("private is found by nobody, and only named shows a name", () => {
    expect(
      (["private", "anonymous", "named"] as const).map((one) => [canFind(one), canSeeName(one)]),
    ).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
  });
});
