import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../testing/product.ts";

let product: Product;

beforeAll(async () => {
  product = await startProduct({
    environment: {
      DEMO: "false",
      SESSION_SECRET: "x".repeat(40),
      PUBLIC_URL: "http://127.0.0.1",
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "a@b.example",
      STEWARD_EMAIL: "region@test.example",
    },
  });
});
afterAll(() => product.stop());

const post = (path: string, body: object) => product.visitor().raw("POST", `/api/v1/accounts/${path}`, body);
const signIn = (email: string) => post("sign-in", { email, password: "not the password" });
async function statuses(times: number, ask: () => Promise<{ status: number }>): Promise<number[]> {
  const seen: number[] = [];
  for (let time = 0; time < times; time++) seen.push((await ask()).status);
  return seen;
}

describe("asking too often", () => {
  it("one address is tried ten times a minute, however it is written", async () => {
    const email = `${randomUUID()}@test.example`;
    expect(await statuses(10, () => signIn(email))).not.toContain(429);
    const answer = await signIn(email.toUpperCase());
    expect([answer.status, answer.body.code]).toEqual([429, "too_many_requests"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("thirty people of one school sign in within a minute", async () => {
    expect(await statuses(30, () => signIn(`${randomUUID()}@test.example`))).not.toContain(429);
  });

  it("nobody's mailbox is filled: ten mails an hour to one address", async () => {
    const email = `${randomUUID()}@test.example`;
    const asked = await statuses(11, () => post("password-resets", { email }));
    expect([asked.slice(0, 10).includes(429), asked[10]]).toEqual([false, 429]);
  });
});
