import { fold } from "../referential/text.rules.ts";

/** Who the password is for: what somebody who knows them tries first. */
export interface PasswordOwner {
  email: string;
  firstName: string;
  lastName: string;
}

const FEWEST_CHARACTERS = 4;
/** What people walk along. */
const WALKS = [
  "01234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "azertyuiopqsdfghjklmwxcvbn",
  "qwertyuiopasdfghjklzxcvbnm",
];
const COMMON = ["password", "motdepasse", "azerty", "qwerty", "acquis", "admin", "bonjour", "normandie"];

const lettersOf = (text: string) => fold(text).replace(/[^\p{L}]/gu, "");

/**
 * Whether a password of the right length is among the first that are tried: a few characters over and over, a
 * walk along the keyboard, a common word or the person's own name or address with only digits and signs around
 * (ANSSI, recommendations on passwords, 2021; NIST SP 800-63B section 5.1.1.2).
 */
export function isGuessable(password: string, owner: PasswordOwner): boolean {
  const folded = fold(password);
  if (new Set(folded).size < FEWEST_CHARACTERS) return true;
  if (WALKS.some((walk) => walk.repeat(20).includes(folded))) return true;
  const own = [owner.email.split("@")[0] ?? "", owner.email, owner.firstName, owner.lastName];
  const words = [...own.map(lettersOf).filter((word) => word.length > 2), ...COMMON];
  // The longest first, so that an address goes whole.
  words.sort((one, other) => other.length - one.length);
  return words.reduce((left, word) => left.replaceAll(word, ""), lettersOf(password)) === "";
}
