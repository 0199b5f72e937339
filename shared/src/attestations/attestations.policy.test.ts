import { describe, expect, it } from "vitest";
import { ROLES } from "../accounts/account.schema.ts";
import { canRevoke } from "./attestations.policy.ts";

const attestation = { givenBy: "marie", organisationId: "greta" };

describe("who may revoke an attestation", () => {
  it.each(ROLES.map((role) => [role]))("%s who gave it and works there", (role) => {
    const actor = { accountId: "marie", role, organisationId: "greta" };
    expect(canRevoke(actor, attestation)).toBe(role === "trainer" || role === "providerAdmin");
  });

  it("refuses a colleague of the trainer", () => {
    expect(canRevoke({ accountId: "paul", role: "trainer", organisationId: "greta" }, attestation)).toBe(
      false,
    );
  });

  it("refuses the admin of another provider, and anybody when no provider stands behind it", () => {
    const admin = { accountId: "other", role: "providerAdmin", organisationId: "afpa" } as const;
    expect(canRevoke(admin, attestation)).toBe(false);
    expect(canRevoke({ ...admin, organisationId: null }, { ...attestation, organisationId: null })).toBe(
      false,
    );
  });
});
