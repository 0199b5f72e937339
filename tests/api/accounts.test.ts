import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../testing/client.ts";
import { aPerson, settle } from "../testing/people.ts";
import { type Product, startProduct } from "../testing/product.ts";

const PASSWORD = "une phrase assez longue";
let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

/** The token of the newest link mailed to somebody. */
async function linkFor(email: string): Promise<string> {
  await settle(product);
  const mail = product.app.kernel.mailer.kept().find((one) => one.to === email);
  const token = mail?.text.match(/\/lien\/(\S+)/)?.[1];
  if (!token) throw new Error(`no link was sent to ${email}`);
  return token;
}

async function aRegisteredTrainee() {
  const email = `${randomUUID()}@test.example`;
  const client = product.visitor();
  await client.api.accounts.register({ role: "trainee", email, firstName: "Zoé", lastName: "N'Diaye" });
  const { account } = await client.api.accounts.useLink({ token: await linkFor(email), password: PASSWORD });
  return { client, email, account };
}

describe("arriving", () => {
  it("a trainee registers by mail and is signed in by the link", async () => {
    const { client, account } = await aRegisteredTrainee();
    expect(account).toMatchObject({
      role: "trainee",
      firstName: "Zoé",
      lastName: "N'Diaye",
      organisation: null,
    });
    expect((await client.api.accounts.session()).account?.id).toBe(account.id);
  });

  it("a company arrives unapproved, and the Région's decision reaches it by mail", async () => {
    const email = `${randomUUID()}@test.example`;
    const client = product.visitor();
    await client.api.accounts.register({
      role: "employer",
      email,
      firstName: "Ali",
      lastName: "Kaya",
      company: { name: "Kaya & Filles" },
    });
    const { account } = await client.api.accounts.useLink({
      token: await linkFor(email),
      password: PASSWORD,
    });
    expect(account.organisation).toMatchObject({ name: "Kaya & Filles", status: "pending" });
    const steward = await aPerson(product, "steward");
    const id = account.organisation?.id ?? "";
    await steward.api.accounts.decideOrganisation({ id, decision: "approved" });
    await steward.api.accounts.decideOrganisation({ id, decision: "approved" });
    await settle(product);
    const mails = product.app.kernel.mailer.kept().filter((mail) => mail.to === email);
    expect(mails.filter((mail) => mail.subject.includes("validée"))).toHaveLength(1);
    expect((await client.api.accounts.session()).account?.organisation?.status).toBe("approved");
  });

  it("an employer without a company is refused with the field", async () => {
    const call = product
      .visitor()
      .api.accounts.register({ role: "employer", email: "a@b.fr", firstName: "A", lastName: "B" });
    expect(await refusalOf(call)).toEqual({ code: "invalid_input", status: 400, field: "company" });
  });

  it("registering a known address says nothing, and sends a way back in", async () => {
    const { email } = await aRegisteredTrainee();
    const again = product.visitor();
    expect(
      await again.api.accounts.register({ role: "trainee", email, firstName: "X", lastName: "Y" }),
    ).toEqual({ done: true });
    expect(await again.api.accounts.readLink({ token: await linkFor(email) })).toMatchObject({
      purpose: "passwordReset",
      firstName: "Zoé",
    });
  });

  it("an invitation brings somebody into one's own organisation, once however often it is sent", async () => {
    const admin = await aPerson(product, "providerAdmin");
    const email = `${randomUUID()}@test.example`;
    const input = { id: randomUUID(), email, role: "trainer" as const, firstName: "Paul", lastName: "Vidal" };
    await admin.api.accounts.invite(input);
    await admin.api.accounts.invite(input);
    const token = await linkFor(email);
    expect(product.app.kernel.mailer.kept().filter((mail) => mail.to === email)).toHaveLength(1);
    const { account } = await product.visitor().api.accounts.useLink({ token, password: PASSWORD });
    expect(account).toMatchObject({ role: "trainer", organisation: { id: admin.organisationId } });
  });

  it("refuses to invite a role that is not one's to invite", async () => {
    const employer = await aPerson(product, "employer");
    const input = {
      id: randomUUID(),
      email: "x@y.fr",
      role: "steward" as const,
      firstName: "A",
      lastName: "B",
    };
    expect((await refusalOf(employer.api.accounts.invite(input))).code).toBe("forbidden");
  });
});

describe("links work once", () => {
  it("a link used twice, at once or later, makes one account", async () => {
    const email = `${randomUUID()}@test.example`;
    await product.visitor().api.accounts.register({ role: "trainee", email, firstName: "A", lastName: "B" });
    const token = await linkFor(email);
    const uses = await Promise.allSettled(
      [1, 2, 3].map(() => product.visitor().api.accounts.useLink({ token, password: PASSWORD })),
    );
    expect(uses.filter((use) => use.status === "fulfilled")).toHaveLength(1);
    expect(await refusalOf(product.visitor().api.accounts.readLink({ token }))).toMatchObject({
      code: "link_expired",
      status: 410,
    });
  });

  it("a password among the first that are tried is refused, and the link stays good", async () => {
    const email = `${randomUUID()}@test.example`;
    await product
      .visitor()
      .api.accounts.register({ role: "trainee", email, firstName: "Léa", lastName: "Roux" });
    const token = await linkFor(email);
    const visitor = product.visitor();
    const weak = { code: "weak_password", status: 422, field: "password" };
    for (const password of ["motdepasse2026", "Léa Roux 2026 !"])
      expect(await refusalOf(visitor.api.accounts.useLink({ token, password }))).toEqual(weak);
    await visitor.api.accounts.useLink({ token, password: PASSWORD });
    const change = visitor.api.accounts.changePassword({ current: PASSWORD, next: "azertyuiopqs" });
    expect(await refusalOf(change)).toEqual({ ...weak, field: "next" });
  });

  it("a server that dies just after the account is made locks nobody out", async () => {
    const { email } = await aRegisteredTrainee();
    const token = await linkFor(email);
    const { links } = product.app.features.accounts.store;
    await links.updateOne({ email }, { $set: { usedAt: null } });
    const again = product.visitor().api.accounts.useLink({ token, password: "une tout autre phrase" });
    expect((await refusalOf(again)).code).toBe("link_expired");
    const signedIn = await product.visitor().api.accounts.signIn({ email, password: PASSWORD });
    expect(signedIn.account.email).toBe(email);
  });

  it("a forged link opens nothing", async () => {
    const call = product
      .visitor()
      .api.accounts.useLink({ token: `${randomUUID()}.forged`, password: PASSWORD });
    expect((await refusalOf(call)).code).toBe("link_expired");
  });

  it("a new password signs out every other device", async () => {
    const { client, email } = await aRegisteredTrainee();
    const elsewhere = product.visitor();
    await elsewhere.api.accounts.askPasswordReset({ email });
    await elsewhere.api.accounts.useLink({
      token: await linkFor(email),
      password: "une autre phrase longue",
    });
    expect((await refusalOf(client.api.accounts.refresh())).code).toBe("session_expired");
    expect((await refusalOf(product.visitor().api.accounts.signIn({ email, password: PASSWORD }))).code).toBe(
      "wrong_credentials",
    );
  });
});

describe("sessions", () => {
  it("an unknown address and a wrong password get the same answer", async () => {
    const { email } = await aRegisteredTrainee();
    const attempt = (address: string, password: string) =>
      refusalOf(product.visitor().api.accounts.signIn({ email: address, password }));
    const unknown = await attempt("nobody@test.example", PASSWORD);
    expect(unknown).toMatchObject({ code: "wrong_credentials", status: 401 });
    expect(await attempt(email, "not the password")).toEqual(unknown);
  });

  it("refreshing rotates the token, and an old one used again ends the whole family", async () => {
    const { client } = await aRegisteredTrainee();
    const old = new Map(client.cookies);
    await client.api.accounts.refresh();
    const current = new Map(client.cookies);
    expect(current.get("acquis_refresh")).not.toBe(old.get("acquis_refresh"));

    const thief = product.visitor();
    for (const [name, value] of old) thief.cookies.set(name, value);
    expect((await refusalOf(thief.api.accounts.refresh())).code).toBe("session_reused");
    expect((await refusalOf(client.api.accounts.refresh())).code).toBe("session_expired");
  });

  it("cookies are out of reach of scripts, and the refresh token travels to accounts only", async () => {
    const { email } = await aRegisteredTrainee();
    const answer = await product
      .visitor()
      .raw("POST", "/api/v1/accounts/sign-in", { email, password: PASSWORD });
    const lines = answer.headers.getSetCookie();
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/HttpOnly/i);
    expect(lines.find((line) => line.startsWith("acquis_refresh"))).toMatch(/Path=\/api\/v1\/accounts/i);
  });

  it("signing out ends the session for good", async () => {
    const { client } = await aRegisteredTrainee();
    const before = new Map(client.cookies);
    await client.api.accounts.signOut();
    for (const [name, value] of before) client.cookies.set(name, value);
    expect((await refusalOf(client.api.accounts.refresh())).code).toBe("session_expired");
  });

  it.each(["https://evil.example", "null"])("a page of %s cannot act with our cookies", async (origin) => {
    const { client } = await aRegisteredTrainee();
    const answer = await client.raw("POST", "/api/v1/accounts/sign-out", {}, { origin });
    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status: 403,
      code: "cross_site_request",
    });
  });
});

describe("outside a demonstration", () => {
  it("personas and mails do not exist", async () => {
    const real = await startProduct({
      environment: {
        DEMO: "false",
        SESSION_SECRET: "x".repeat(40),
        PUBLIC_URL: "http://127.0.0.1",
        SMTP_URL: "smtp://127.0.0.1:1",
        MAIL_FROM: "a@b.example",
        STEWARD_EMAIL: "region@test.example",
      },
    });
    try {
      const visitor = real.visitor();
      expect((await refusalOf(visitor.api.accounts.demoPersonas())).code).toBe("not_found");
      expect((await refusalOf(visitor.api.accounts.demoSignIn({ personaId: "x" }))).code).toBe("not_found");
      expect((await refusalOf(visitor.api.accounts.demoMails())).code).toBe("not_found");
    } finally {
      await real.stop();
    }
  });
});
