import type { Check, Verdict } from "@acquis/shared/badges/verifier.schema.ts";
import styles from "./shown.module.css";

export type ShapeName = "good" | "doubt" | "late" | "stopped" | "broken" | "silent" | "none";

/** Told apart without colour: disc with a check, ring with a question, dial, barred disc, triangle, dotted ring, dash. */
const shapes: Record<ShapeName, React.ReactNode> = {
  good: (
    <>
      <circle cx="12" cy="12" r="10.5" fill="currentColor" />
      <path d="M7 12.400l3.5 3.500L17.2 8.7" stroke="var(--shape-hole, var(--surface))" strokeWidth="2.6" />
    </>
  ),
  doubt: (
    <>
      <circle cx="12" cy="12" r="9.5" strokeWidth="2.2" />
      <path
        d="M9.3 9.500a2.7 2.700 0 114.2 2.200c-1 .7-1.5 1.200-1.5 2.300M12 17.200h.01"
        strokeWidth="2.2"
      />
    </>
  ),
  late: (
    <>
      <circle cx="12" cy="12" r="9.5" strokeWidth="2.2" />
      <path d="M12 6.500V12l3.500 2.500" strokeWidth="2.2" />
    </>
  ),
  stopped: (
    <>
      <circle cx="12" cy="12" r="9.5" strokeWidth="2.2" />
      <path d="M8.5 8.500l7 7M15.5 8.500l-7 7" strokeWidth="2.6" />
    </>
  ),
  broken: <path d="M12 3.500L2 20.500h20zM12 9.500v5M12 17.500h.01" strokeWidth="2.2" />,
  silent: <circle cx="12" cy="12" r="9" strokeWidth="3.4" strokeDasharray="0.01 7.059" />,
  none: <path d="M6 12h12" strokeWidth="3.2" />,
};

export const shapeOfVerdict: Record<Verdict, ShapeName> = {
  valid: "good",
  validIssuerUnconfirmed: "doubt",
  expired: "late",
  notYetValid: "late",
  revoked: "stopped",
  tampered: "broken",
  unsupportedProof: "doubt",
  notConformant: "broken",
  unreachable: "silent",
  notABadge: "none",
};

export const shapeOfOutcome: Record<Check["outcome"], ShapeName> = {
  passed: "good",
  warning: "doubt",
  failed: "stopped",
  unknown: "silent",
  notApplicable: "none",
};

/** One of the shapes; decorative, since words beside it say the same. */
export function Shape({ name, size = 22 }: { name: ShapeName; size?: number }) {
  return (
    <svg
      className={styles.shape}
      data-shape={name}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
