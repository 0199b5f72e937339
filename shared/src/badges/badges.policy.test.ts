import { describe, expect, it } from "vitest";
import { type Actor, ROLES, type Role } from "../accounts/account.schema.ts";
import {
  canDecideRecognition,
  canIssueMetaBadge,
  canIssueTo,
  canManageBadge,
  canReadBadge,
  canReadRecognition,
  canRevokeBadge,
  canTakeAttestation,
} from "./badges.policy.ts";

const OURS = { organisationId: "ours" };
const as = (role: Role, organisationId: string | null = role === "trainee" ? null : "ours"): Actor => ({
  accountId: "me",
  role,
  organisationId,
});
const followed = { followed: true, addressKnown: false };
const byAddress = { followed: false, addressKnown: true };
const unknown = { followed: false, addressKnown: false };

/** Who may, of their own approved organisation: trainee, trainer, providerAdmin, employer, advisor, steward. */
const table: [action: string, may: (actor: Actor) => boolean, ...allowed: boolean[]][] = [
  [
    "manage a badge",
    (actor) => canManageBadge(actor, "approved", OURS),
    false,
    false,
    true,
    true,
    true,
    true,
  ],
  ["read a badge", (actor) => canReadBadge(actor, OURS), false, true, true, true, true, true],
  [
    "read another's badge",
    (actor) => canReadBadge({ ...actor, organisationId: "theirs" }, OURS),
    false,
    false,
    false,
    false,
    false,
    true,
  ],
  [
    "issue to somebody followed",
    (actor) => canIssueTo(actor, "approved", OURS, followed),
    false,
    true,
    true,
    true,
    true,
    true,
  ],
  [
    "issue by address",
    (actor) => canIssueTo(actor, "approved", OURS, byAddress),
    false,
    false,
    true,
    true,
    true,
    true,
  ],
  [
    "issue to anybody",
    (actor) => canIssueTo(actor, "approved", OURS, unknown),
    false,
    false,
    false,
    false,
    false,
    false,
  ],
  [
    "issue a meta-badge",
    (actor) => canIssueMetaBadge(actor, "approved"),
    false,
    false,
    false,
    false,
    false,
    true,
  ],
  [
    "revoke what they issued",
    (actor) => canRevokeBadge(actor, "approved", { ...OURS, issuedBy: "me" }),
    false,
    true,
    true,
    true,
    true,
    true,
  ],
  [
    "revoke what a colleague issued",
    (actor) => canRevokeBadge(actor, "approved", { ...OURS, issuedBy: "other" }),
    false,
    false,
    true,
    true,
    true,
    true,
  ],
  ["read a recognition", (actor) => canReadRecognition(actor, OURS), false, false, true, true, true, true],
  [
    "decide a recognition",
    (actor) => canDecideRecognition(actor, "approved"),
    false,
    false,
    false,
    false,
    false,
    true,
  ],
];

const cases = table.flatMap(([action, may, ...allowed]) =>
  ROLES.map((role, index) => ({ action, may, role, allowed: allowed[index] ?? false })),
);
// The table is written in this order.
const ORDER: Role[] = ["trainee", "trainer", "providerAdmin", "employer", "advisor", "steward"];

describe("who may do what with badges", () => {
  it("is written for every role", () => expect(ROLES).toEqual(ORDER));

  it.each(cases)("$role: $action → $allowed", ({ may, role, allowed }) => {
    expect(may(as(role))).toBe(allowed);
  });

  it.each(ORDER)("%s of an organisation that is not approved, or of another, changes nothing", (role) => {
    for (const status of ["pending", "suspended", null] as const) {
      expect(canManageBadge(as(role), status, OURS)).toBe(false);
      expect(canIssueTo(as(role), status, OURS, followed)).toBe(false);
      expect(canRevokeBadge(as(role), status, { ...OURS, issuedBy: "me" })).toBe(false);
      expect(canDecideRecognition(as(role), status)).toBe(false);
    }
    expect(canManageBadge(as(role, "theirs"), "approved", OURS)).toBe(false);
    expect(canIssueTo(as(role, "theirs"), "approved", OURS, followed)).toBe(false);
  });

  it("an attestation leaves with who received it or gave it, and nobody else", () => {
    const attestation = { traineeId: "me", givenBy: "marie" };
    expect(canTakeAttestation(as("trainee"), attestation)).toBe(true);
    expect(canTakeAttestation({ ...as("trainee"), accountId: "other" }, attestation)).toBe(false);
    expect(canTakeAttestation({ ...as("trainer"), accountId: "marie" }, attestation)).toBe(true);
    expect(canTakeAttestation(as("trainer"), attestation)).toBe(false);
    expect(canTakeAttestation({ ...as("providerAdmin"), accountId: "marie" }, attestation)).toBe(false);
  });
});
