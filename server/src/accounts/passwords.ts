import { isGuessable, type PasswordOwner } from "@acquis/shared/accounts/password.rules.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's argon2id minimum: 19 MiB, 2 passes, 1 lane; argon2id is the library's default. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** Errors: weak_password for one among the first that are tried. */
export function requireStrong(password: string, owner: PasswordOwner, field: string): void {
  if (isGuessable(password, owner)) throw new DomainError("weak_password", { field });
}

let decoy: Promise<string> | null = null;

/** Checks a password; an account without one costs the same time as a wrong one, so that nothing is learnt. */
export async function checkPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const matches = await verify(passwordHash ?? (await decoy), password).catch(() => false);
  return passwordHash !== null && matches;
}
