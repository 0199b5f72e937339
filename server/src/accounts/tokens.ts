import { createHash, createHmac, createSecretKey, randomBytes, timingSafeEqual } from "node:crypto";
import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import jwt from "jsonwebtoken";
import { z } from "zod";
import type { Clock } from "../platform/clock.ts";

export const ACCESS_SECONDS = 15 * 60;
export const REFRESH_SECONDS = 30 * 24 * 3600;
export const ACCESS_COOKIE = "acquis_access";
export const REFRESH_COOKIE = "acquis_refresh";

const claimsSchema = z.object({
  sub: z.string(),
  role: z.string(),
  org: z.string().nullable(),
  fam: z.string(),
});

export interface AccessClaims {
  accountId: string;
  role: Role;
  organisationId: string | null;
  familyId: string;
}

/** Makes and reads the tokens of sign-in. All are signed or derived with one secret of the server. */
export function createTokens(secret: string, clock: Clock) {
  const keyFor = (use: string) => createHmac("sha256", secret).update(use).digest();
  // A key object spares jsonwebtoken guessing what kind of key the bytes are, at each request.
  const accessKey = createSecretKey(keyFor("access-token"));
  const linkKey = keyFor("one-time-link");
  const seconds = () => Math.floor(clock.now().getTime() / 1000);
  return {
    access(claims: AccessClaims): string {
      const now = seconds();
      return jwt.sign(
        {
          sub: claims.accountId,
          role: claims.role,
          org: claims.organisationId,
          fam: claims.familyId,
          iat: now,
          exp: now + ACCESS_SECONDS,
        },
        accessKey,
        { algorithm: "HS256" },
      );
    },
    /** Errors: session_expired when it was ours once, not_signed_in when it never was. */
    readAccess(token: string): AccessClaims {
      try {
        const payload = jwt.verify(token, accessKey, { algorithms: ["HS256"], clockTimestamp: seconds() });
        const claims = claimsSchema.parse(payload);
        return {
          accountId: claims.sub,
          role: claims.role as Role,
          organisationId: claims.org,
          familyId: claims.fam,
        };
      } catch (error) {
        throw new DomainError(error instanceof jwt.TokenExpiredError ? "session_expired" : "not_signed_in");
      }
    },
    /** A refresh token is `family.random`; only its hash is stored. */
    refresh(familyId: string): { token: string; hash: string } {
      const token = `${familyId}.${randomBytes(32).toString("base64url")}`;
      return { token, hash: hashToken(token) };
    },
    familyOf(token: string): string {
      return token.split(".")[0] ?? "";
    },
    link(linkId: string): string {
      return `${linkId}.${createHmac("sha256", linkKey).update(linkId).digest("base64url")}`;
    },
    /** Id of the link a token opens. Errors: link_expired for anything not made here. */
    readLink(token: string): string {
      // Whoever invites names the link: its id may hold dots, what proves it holds none.
      const id = token.slice(0, Math.max(0, token.lastIndexOf(".")));
      const expected = Buffer.from(this.link(id));
      const given = Buffer.from(token);
      if (expected.length !== given.length || !timingSafeEqual(expected, given))
        throw new DomainError("link_expired");
      return id;
    },
  };
}
export type Tokens = ReturnType<typeof createTokens>;

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
