import type { Words } from "../platform/words.ts";
import type fr from "./candidates.fr.ts";

const en: Words<typeof fr> = {
  home: {
    title: "Who can do this, and when",
    lead: "Choose the competencies. See who has them, and who soon will.",
    nothing: "You have no offer yet.",
    next: "Describe the job: the competencies of the occupation will be proposed.",
    found_one: "{{count}} person found, {{ready}} with every essential",
    found_other: "{{count}} people found, {{ready}} with every essential",
  },
};
export default en;
