import { describe, expect, it } from "vitest";
import { type Actor, ROLES, type Role } from "../accounts/account.schema.ts";
import {
  canAttestInSession,
  canFollow,
  canManageProvider,
  canReadSession,
  isFollowed,
} from "./training.policy.ts";

const session = { providerId: "greta", trainerIds: ["marie"] };

function anActor(role: Role, given: Partial<Actor> = {}): Actor {
  return { accountId: "marie", role, organisationId: "greta", ...given };
}

describe("who may do what with a session", () => {
  it.each(ROLES.map((role) => [role]))("%s", (role) => {
    const may = {
      manage: canManageProvider(anActor(role), "greta"),
      read: canReadSession(anActor(role), session),
      attest: canAttestInSession(anActor(role), session),
    };
    expect(may).toEqual({
      manage: role === "providerAdmin",
      read: role === "providerAdmin" || role === "trainer",
      attest: role === "trainer",
    });
  });

  it("refuses a trainer of another session", () => {
    expect(canReadSession(anActor("trainer", { accountId: "paul" }), session)).toBe(false);
  });

  it("refuses a trainer who no longer works for the provider", () => {
    expect(canAttestInSession(anActor("trainer", { organisationId: "afpa" }), session)).toBe(false);
  });

  it("refuses the admin of another provider", () => {
    expect(canReadSession(anActor("providerAdmin", { organisationId: "afpa" }), session)).toBe(false);
    expect(canManageProvider(anActor("providerAdmin", { organisationId: null }), "greta")).toBe(false);
  });
});

describe("following a trainee", () => {
  it("lasts six months after they left, to the day", () => {
    const left = { closedOn: "2026-03-31", sessionEndsOn: "2027-02-26" };
    expect(isFollowed(left, "2026-09-30")).toBe(true);
    expect(isFollowed(left, "2026-10-01")).toBe(false);
  });

  it("lasts six months after the session when nobody recorded that they left", () => {
    const stayed = { closedOn: null, sessionEndsOn: "2026-03-15" };
    expect(isFollowed(stayed, "2026-09-15")).toBe(true);
    expect(isFollowed(stayed, "2026-09-16")).toBe(false);
  });

  it("is for those who may read the session only", () => {
    const facts = { ...session, closedOn: null, sessionEndsOn: "2027-02-26" };
    expect(canFollow(anActor("trainer"), facts, "2026-09-15")).toBe(true);
    expect(canFollow(anActor("employer"), facts, "2026-09-15")).toBe(false);
  });
});
