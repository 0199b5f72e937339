import type { Words } from "../platform/words.ts";
import type fr from "./portfolio.fr.ts";

const en: Words<typeof fr> = {
  home: {
    title: "What I can do, and soon",
    lead: "Your competencies, those on their way, and what employers look for.",
    can: "What I can do",
    canNothing: "You have not written anything yet.",
    canNext: "Start with a job you have done: its competencies will be proposed to you.",
    coming: "What is coming",
    comingNothing: "No training under way for now.",
    sought: "What employers look for",
    soughtNothing: "No offer for you yet.",
    soughtNext: "Add competencies: offers that ask for them will show here.",
  },
};
export default en;
