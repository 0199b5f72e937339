import type { Words } from "../platform/words.ts";
import type fr from "./badgeReading.fr.ts";

const en: Words<typeof fr> = {
  page: {
    title: "Verify a badge",
    lead: "Is somebody showing you a badge? Give the file or the link. We check it at once.",
    private: "No account needed. We keep nothing: neither the file nor the link.",
    what: "Which badges?",
    whatText: "Open Badges, versions 2.0 and 3.0, from here or elsewhere.",
  },
  drop: {
    title: "A file",
    choose: "Choose a file",
    orDrop: "or drop it here",
    kinds: "PNG or SVG image, JSON or JWT file. 2 MB at most.",
    here: "Drop the file here",
  },
  link: {
    title: "Or a link",
    label: "The address of the badge",
    help: "It starts with https://",
    go: "Verify",
    missing: "Write or paste the address of the badge.",
    notHttps: "The address must start with https://",
  },
  problems: {
    tooLarge: "This file is too large: 2 MB at most.",
    empty: "This file is empty.",
    wrongType: "This file cannot be a badge. Give a PNG or SVG image, a JSON or JWT file.",
    several: "Give one file at a time.",
  },
  busy: "We are checking the badge. It may take a few seconds.",
  result: "Result",
  checkedAt: "Checked just now: {{time}}",
  another: "Verify another badge",
};
export default en;
