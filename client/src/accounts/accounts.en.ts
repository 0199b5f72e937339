import type { Words } from "../platform/words.ts";
import type fr from "./accounts.fr.ts";

const en: Words<typeof fr> = {};
export default en;
