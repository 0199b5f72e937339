/** As the server reads it: MAX_BADGE_BYTES of shared, which would bring every schema to the page. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** What file choosers are told. */
export const ACCEPTED = ".png,.svg,.json,.jsonld,.jwt,.jws,.txt,image/png,image/svg+xml,application/json";

export type FileProblem = "tooLarge" | "empty" | "wrongType" | "several";

const EXTENSIONS = /\.(png|svg|json|jsonld|jwt|jws|txt)$/i;
const TYPES = /^(image\/(png|svg\+xml)|text\/plain|application\/(.*\+)?(json|jwt|jose))$/;

/** Why a file need not be sent at all; null when the server is the one to say. */
export function problemOfFile(file: Pick<File, "name" | "type" | "size">): FileProblem | null {
  if (file.size === 0) return "empty";
  if (!EXTENSIONS.test(file.name) && !TYPES.test(file.type)) return "wrongType";
  return file.size > MOST_BYTES ? "tooLarge" : null;
}

/** Why an address cannot be asked; null when it can. */
export function problemOfLink(link: string): "missing" | "notHttps" | null {
  if (link === "") return "missing";
  return /^https:\/\/[^\s/]+/i.test(link) ? null : "notHttps";
}
