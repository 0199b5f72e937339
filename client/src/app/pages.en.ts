import type { Words } from "../platform/words.ts";
import type fr from "./pages.fr.ts";

const en: Words<typeof fr> = {};
export default en;
