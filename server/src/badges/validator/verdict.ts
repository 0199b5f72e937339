import { CHECK_NAMES, type Check, type CheckName, type Outcome, type Verdict } from "./model.ts";

/**
 * What a finding makes of the whole badge. The order is that of OB 3.0, 8.2 (schema, proof, status, dates),
 * read from the end: what is found first there hides what comes after. `unreachable` has three places,
 * since a status list out of reach must not hide that the badge has expired. `fileDiffers` is a file that
 * contradicts its hosted copy: tampered, unless the copy, which is the truth, has worse to say of itself.
 */
const WEIGHTS = [
  "validIssuerUnconfirmed",
  "fileDiffers",
  "statusUnreachable",
  "expired",
  "notYetValid",
  "revoked",
  "keyUnreachable",
  "tampered",
  "unsupportedProof",
  "notConformant",
  "badgeUnreachable",
  "notABadge",
] as const;
export type Weight = (typeof WEIGHTS)[number];

export interface Finding extends Check {
  weight?: Weight;
}

export const finding = (
  name: CheckName,
  outcome: Outcome,
  code: string,
  detail: string,
  weight?: Weight,
): Finding => ({
  name,
  outcome,
  code: `${name}.${code}`,
  detail,
  ...(weight ? { weight } : {}),
});

const VERDICT_OF: Partial<Record<Weight, Verdict>> = {
  fileDiffers: "tampered",
  statusUnreachable: "unreachable",
  keyUnreachable: "unreachable",
  badgeUnreachable: "unreachable",
};

export function verdictOf(findings: Finding[]): Verdict {
  const heaviest = Math.max(-1, ...findings.map(({ weight }) => (weight ? WEIGHTS.indexOf(weight) : -1)));
  const weight = WEIGHTS[heaviest];
  return weight ? (VERDICT_OF[weight] ?? (weight as Verdict)) : "valid";
}

/** One check of each name in a fixed order, so that a screen can always show the same list. */
export function checksOf(findings: Finding[]): Check[] {
  return CHECK_NAMES.map((name) => {
    const found = findings.find((one) => one.name === name);
    if (!found) return { name, outcome: "notApplicable", code: `${name}.notReached`, detail: "Not reached." };
    const { outcome, code, detail } = found;
    return { name, outcome, code, detail };
  });
}
