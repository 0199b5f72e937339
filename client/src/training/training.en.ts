import type { Words } from "../platform/words.ts";
import type fr from "./training.fr.ts";

const en: Words<typeof fr> = {
  home: {
    title: "Our training, right now",
    lead: "The sessions of your provider, and who attends them.",
    nothing: "No session for now.",
    next: "Create a programme first, then a session.",
    between: "From {{from}} to {{to}}, in {{place}}",
    enrolled_one: "{{count}} person enrolled",
    enrolled_other: "{{count}} people enrolled",
  },
};
export default en;
