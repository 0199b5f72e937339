/** An identifier made by the client, so that a command sent twice is carried out once. 128 random bits. */
export function newId(): string {
  // Not randomUUID: it is missing where the page is served without TLS.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
