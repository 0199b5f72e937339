import { randomUUID } from "node:crypto";
import type { Mail, Mailer } from "@acquis/server/platform/mail/mailer.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../testing/client.ts";
import { aPerson, settle } from "../testing/people.ts";
import { type Product, startProduct } from "../testing/product.ts";

const PASSWORD = "une phrase assez longue";
const sent: Mail[] = [];
/** Addresses that the mail server refuses. */
const refused = new Set<string>();
const mailer: Mailer = {
  async send(mail) {
    if (refused.has(mail.to)) throw new Error("no such person");
    sent.push(mail);
  },
  kept: () => [],
};
let product: Product;

beforeAll(async () => {
  product = await startProduct({ overrides: { mailer } });
});
afterAll(() => product.stop());
beforeEach(() => {
  sent.length = 0;
  refused.clear();
});

const anAddress = () => `${randomUUID()}@test.example`;
const to = (email: string) => sent.filter((mail) => mail.to === email);
async function linksFor(email: string): Promise<string[]> {
  await settle(product);
  return to(email).flatMap((mail) => mail.text.match(/\/lien\/(\S+)/)?.[1] ?? []);
}

describe("registering", () => {
  it("a trainee belongs to no company, whatever is sent", async () => {
    const email = anAddress();
    const asked = { role: "trainee", email, firstName: "A", lastName: "B", company: { name: "Nulle part" } };
    await product.visitor().raw("POST", "/api/v1/accounts/registrations", asked);
    const [token = ""] = await linksFor(email);
    const { account } = await product.visitor().api.accounts.useLink({ token, password: PASSWORD });
    expect(account.organisation).toBeNull();
    const steward = await aPerson(product, "steward");
    expect(await steward.api.accounts.listOrganisations({ search: "Nulle part" })).toEqual([]);
  });

  it("sends a stranger nothing of what was typed, since anybody may type any address", async () => {
    const email = anAddress();
    await product.visitor().api.accounts.register({
      role: "trainee",
      email,
      firstName: "http://evil.example",
      lastName: "Gagnez",
    });
    await settle(product);
    expect(to(email)).toHaveLength(1);
    expect(to(email)[0]?.text).not.toMatch(/evil|Gagnez/);
  });

  it("two links for one address make one company", async () => {
    const email = anAddress();
    const name = `Double ${randomUUID()}`;
    for (let time = 0; time < 2; time++)
      await product
        .visitor()
        .api.accounts.register({ role: "employer", email, firstName: "A", lastName: "B", company: { name } });
    const [first = "", second = ""] = await linksFor(email);
    await product.visitor().api.accounts.useLink({ token: first, password: PASSWORD });
    const again = product.visitor().api.accounts.useLink({ token: second, password: PASSWORD });
    expect(await refusalOf(again)).toMatchObject({ code: "already_exists", field: "email" });
    const steward = await aPerson(product, "steward");
    expect(await steward.api.accounts.listOrganisations({ search: name })).toHaveLength(1);
  });
});

describe("a lost password", () => {
  it("an unknown address writes as a known one does, and sends nothing", async () => {
    const { accounts } = product.app.features;
    const email = anAddress();
    const before = await accounts.store.links.countDocuments();
    await product.visitor().api.accounts.askPasswordReset({ email });
    await settle(product);
    expect(await accounts.store.links.countDocuments()).toBe(before + 1);
    expect(to(email)).toEqual([]);
  });

  it("once a link has set a password, the links asked before set no other", async () => {
    const person = await aPerson(product, "trainee");
    for (let time = 0; time < 2; time++)
      await product.visitor().api.accounts.askPasswordReset({ email: person.email });
    const [first = "", second = ""] = await linksFor(person.email);
    await product.visitor().api.accounts.useLink({ token: second, password: PASSWORD });
    const old = product.visitor().api.accounts.useLink({ token: first, password: "celle du voleur" });
    expect((await refusalOf(old)).code).toBe("link_expired");
  });
});

describe("inviting", () => {
  it.each([`inv.${randomUUID()}.1`, `i${"-".repeat(79)}`])("the link of invitation %s opens", async (id) => {
    const admin = await aPerson(product, "providerAdmin");
    const email = anAddress();
    await admin.api.accounts.invite({ id, email, role: "trainer", firstName: "A", lastName: "B" });
    const [token = ""] = await linksFor(email);
    expect(await product.visitor().api.accounts.readLink({ token })).toMatchObject({
      email,
      role: "trainer",
    });
  });

  it("an employer does not learn who has an account, and the person does learn of the invitation", async () => {
    const trainee = await aPerson(product, "trainee");
    const employer = await aPerson(product, "employer");
    const asked = { role: "employer" as const, firstName: "A", lastName: "B" };
    const answer = await employer.api.accounts.invite({ id: randomUUID(), email: trainee.email, ...asked });
    expect(answer).toEqual(
      await employer.api.accounts.invite({ id: randomUUID(), email: anAddress(), ...asked }),
    );
    expect(await linksFor(trainee.email)).toEqual([]);
    expect(to(trainee.email)).toHaveLength(1);
    const colleague = await aPerson(product, "employer", { organisationId: employer.organisationId ?? "" });
    const known = employer.api.accounts.invite({ id: randomUUID(), email: colleague.email, ...asked });
    expect(await refusalOf(known)).toMatchObject({ code: "already_exists", field: "email" });
  });
});

describe("organisations", () => {
  it("a steward cannot suspend the Région they work for", async () => {
    const steward = await aPerson(product, "steward");
    const id = steward.organisationId ?? "";
    expect(await refusalOf(steward.api.accounts.decideOrganisation({ id, decision: "suspended" }))).toEqual({
      code: "wrong_state",
      status: 409,
      field: "id",
    });
  });

  it("adding one twice is adding it once; another under the same id is refused", async () => {
    const steward = await aPerson(product, "steward");
    const one = { id: randomUUID(), kind: "provider" as const, name: "Greta" };
    const made = await steward.api.accounts.createOrganisation(one);
    expect(await steward.api.accounts.createOrganisation(one)).toEqual(made);
    const other = steward.api.accounts.createOrganisation({ ...one, kind: "company" });
    expect(await refusalOf(other)).toMatchObject({ code: "already_exists", field: "id" });
  });

  it("those that wait come before all others, and a search takes any sign", async () => {
    const steward = await aPerson(product, "steward");
    const mark = randomUUID();
    await steward.api.accounts.createOrganisation({ id: randomUUID(), kind: "company", name: `A ${mark}` });
    const pending = await aPerson(product, "employer", { organisationStatus: "pending" });
    await product.app.features.accounts.store.organisations.updateOne(
      { _id: pending.organisationId ?? "" },
      { $set: { name: `Z ${mark}` } },
    );
    const found = await steward.api.accounts.listOrganisations({ search: `${mark}\u0000` });
    expect(found.map((one) => one.name[0])).toEqual(["Z", "A"]);
  });

  it("a decision reaches each member once, even when the address of one is refused", async () => {
    const steward = await aPerson(product, "steward");
    const first = await aPerson(product, "employer", { organisationStatus: "pending" });
    const organisationId = first.organisationId ?? "";
    const second = await aPerson(product, "employer", { organisationId });
    refused.add(second.email);
    await steward.api.accounts.decideOrganisation({ id: organisationId, decision: "approved" });
    await settle(product);
    refused.clear();
    const { store } = product.app.features.accounts;
    for (const model of [store.accounts, store.organisations])
      await model.collection.updateMany(
        { deliverAt: { $exists: true } },
        { $set: { deliverAt: new Date(0) } },
      );
    await settle(product);
    expect([to(first.email).length, to(second.email).length]).toEqual([1, 1]);
  });
});
