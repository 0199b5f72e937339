import type { AccountsStore, OrganisationDocument } from "./accounts.store.ts";

const FRESH_MS = 2_000;

/** Organisations by id, remembered for two seconds: read at every request, changed a few times a day. */
export interface OrganisationDirectory {
  find(id: string): Promise<OrganisationDocument | null>;
  forget(id: string): void;
}

export function createOrganisationDirectory(store: AccountsStore): OrganisationDirectory {
  const known = new Map<string, { at: number; found: Promise<OrganisationDocument | null> }>();
  return {
    find(id) {
      const entry = known.get(id);
      if (entry && performance.now() - entry.at < FRESH_MS) return entry.found;
      const found = store.organisations.findById(id).lean<OrganisationDocument>().exec();
      known.set(id, { at: performance.now(), found });
      found.catch(() => known.delete(id));
      return found;
    },
    forget(id) {
      known.delete(id);
    },
  };
}
