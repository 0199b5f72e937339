import { randomUUID } from "node:crypto";
import { organisationKindOf, type Role } from "@acquis/shared/accounts/account.schema.ts";
import type { ApiClient } from "./client.ts";
import type { Product } from "./product.ts";
import { TODAY } from "./product.ts";

export interface TestPerson extends ApiClient {
  id: string;
  email: string;
  organisationId: string | null;
}

/** The password hash of no password: people of tests sign in as personas. */
const persona = 1;

export interface PersonOptions {
  organisationId?: string;
  organisationStatus?: "approved" | "pending" | "suspended";
  firstName?: string;
  lastName?: string;
}

/** Somebody with an account, signed in; an organisation of the right kind is made unless one is given. */
export async function aPerson(
  product: Product,
  role: Role,
  options: PersonOptions = {},
): Promise<TestPerson> {
  const { accounts } = product.app.features;
  const id = randomUUID();
  const kind = organisationKindOf[role];
  let organisationId = options.organisationId ?? null;
  if (kind && !organisationId) {
    organisationId = randomUUID();
    await accounts.store.organisations.create({
      _id: organisationId,
      kind,
      name: `${kind} ${organisationId.slice(0, 4)}`,
      status: options.organisationStatus ?? "approved",
      createdOn: TODAY,
      revision: 1,
      pendingEvents: [],
    });
  }
  const email = `${id}@test.example`;
  await accounts.store.accounts.create({
    _id: id,
    email,
    role,
    firstName: options.firstName ?? "Camille",
    lastName: options.lastName ?? `Test-${id.slice(0, 4)}`,
    locale: "fr",
    organisationId,
    persona,
    createdOn: TODAY,
    revision: 1,
    pendingEvents: [],
  });
  const client = product.visitor();
  await client.api.accounts.demoSignIn({ personaId: id });
  return { ...client, id, email, organisationId };
}

/** Waits until what was written is delivered and found. */
export async function settle(product: Product): Promise<void> {
  await product.app.kernel.delivery.drain();
  await product.app.features.candidates.indexer.pass();
}
