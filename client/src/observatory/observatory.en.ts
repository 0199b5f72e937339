import type { Words } from "../platform/words.ts";
import type fr from "./observatory.fr.ts";

const en: Words<typeof fr> = {
  steward: {
    title: "What the territory can and will do",
    lead: "Who has the competencies, who is learning them, and what offers ask for.",
  },
  advisor: {
    title: "Who needs a push",
    lead: "The competencies of the territory and the open offers, to guide people.",
  },
  figures: {
    people: "people who can be found",
    inTraining: "in training today",
    openOffers: "open offers",
    companies: "companies",
  },
};
export default en;
