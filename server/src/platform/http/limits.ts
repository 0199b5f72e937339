import type { Express, Request, Response } from "express";
import express from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MAX_JSON = "512kb";
/** A demonstration is visited by whole rooms, and holds nobody's data. */
const DEMO_LIMIT = 1_000;

const ipOf = (request: Request) => ipKeyGenerator(request.ip ?? "");

/** The address typed into a form; "" when there is none to read. */
function emailOf(request: Request): string {
  const email: unknown = request.body?.email;
  return typeof email === "string" ? email.trim().toLowerCase().slice(0, 254) : "";
}

/**
 * Reads JSON bodies, up to 512 kB, and slows down who asks too often. A school sits behind one IP address: thirty
 * people sign in within a minute of each other, so what is bounded tightly is one e-mail address at a time.
 */
export function limitRequests(app: Express, demo: boolean, refuse: (response: Response) => void): void {
  const at = (windowMs: number, limit: number, keyGenerator: (request: Request) => string) =>
    rateLimit({
      windowMs,
      limit: demo ? DEMO_LIMIT : limit,
      keyGenerator,
      standardHeaders: "draft-8",
      legacyHeaders: false,
      handler: (_request, response) => refuse(response),
    });
  const accounts = "/api/v1/accounts";
  app.post(
    [
      `${accounts}/sign-in`,
      `${accounts}/registrations`,
      `${accounts}/password-resets`,
      `${accounts}/links/:token`,
      `${accounts}/invitations`,
      `${accounts}/me/password`,
    ],
    at(MINUTE, 120, ipOf),
  );
  // Each may send us to the address of somebody else, and costs a proof.
  const badges = "/api/v1/badges";
  app.post(
    [
      `${badges}/verifications`,
      `${badges}/public/:id/verify`,
      `${badges}/collection`,
      `${badges}/collection/previews`,
      `${badges}/collection/:id/checks`,
    ],
    at(MINUTE, 30, ipOf),
  );
  app.use("/api/v1", express.json({ limit: MAX_JSON }));
  // Guessing a password, from one place.
  app.post(
    `${accounts}/sign-in`,
    at(MINUTE, 10, (request) => `${ipOf(request)} ${emailOf(request)}`),
  );
  // Filling somebody's mailbox, from anywhere.
  const mailbox = (request: Request) => emailOf(request) || ipOf(request);
  app.post(
    [`${accounts}/registrations`, `${accounts}/password-resets`, `${accounts}/invitations`],
    at(HOUR, 10, mailbox),
  );
}
