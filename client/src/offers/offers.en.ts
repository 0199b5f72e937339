import type { Words } from "../platform/words.ts";
import type fr from "./offers.fr.ts";

const en: Words<typeof fr> = {
  contracts: {
    permanent: "Permanent",
    fixedTerm: "Fixed term",
    temporary: "Temporary",
    apprenticeship: "Apprenticeship",
    seasonal: "Seasonal",
    partTime: "Part time",
  },
};
export default en;
