/** A document that a search engine refuses whatever it comes with, and why. */
export interface RefusedDocument {
  id: string;
  reason: string;
}

/** What an engine throws when it refused some of what it was given; the others are in. Ids are those given. */
export class DocumentsRefused extends Error {
  readonly refused: readonly RefusedDocument[];
  constructor(refused: readonly RefusedDocument[]) {
    super(`Not indexed: ${refused.map(({ id, reason }) => `${id} (${reason})`).join("; ")}`);
    this.name = "DocumentsRefused";
    this.refused = refused;
  }
}
