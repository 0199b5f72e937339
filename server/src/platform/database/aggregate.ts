import { DomainError } from "@acquis/shared/platform/errors.ts";
import type { Model } from "mongoose";
import type { DomainEvent } from "../delivery/delivery.ts";

/** One document that changes as a whole: its revision guards each write, its events leave with it. */
export interface Aggregate {
  _id: string;
  revision: number;
  pendingEvents: DomainEvent[];
  deliverAt?: Date | undefined;
}

const MAX_TRIES = 12;

/**
 * Loads, lets `change` decide, and writes if nobody wrote meanwhile, else starts again with what is there.
 * `change` answers null when there is nothing to do (a command sent twice), and throws to refuse.
 * Errors: not_found, stale_revision after 12 lost races.
 */
export async function changeAggregate<T extends Aggregate>(
  model: Model<T>,
  id: string,
  change: (current: T) => { next: T; events?: DomainEvent[] } | null,
): Promise<T> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const current = await model.findById(id).lean<T>();
    if (!current) throw new DomainError("not_found");
    const changed = change(current);
    if (!changed) return current;
    const events = changed.events ?? [];
    const next: T = {
      ...changed.next,
      revision: current.revision + 1,
      pendingEvents: [...current.pendingEvents, ...events],
    };
    if (events.length > 0) next.deliverAt = new Date(0);
    // An event delivered meanwhile has left the document: written back, it would be delivered twice.
    const written = await model.replaceOne(
      { _id: id, revision: current.revision, pendingEvents: { $size: current.pendingEvents.length } },
      next,
    );
    if (written.matchedCount === 1) return next;
    // Two writers at once: let the other finish before reading again.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * (attempt + 1)));
  }
  throw new DomainError("stale_revision");
}

/** Inserts a new aggregate with its first events; false when the id is there already. */
export async function insertAggregate<T extends Aggregate>(
  model: Model<T>,
  document: Omit<T, "revision" | "pendingEvents" | "deliverAt">,
  events: DomainEvent[] = [],
): Promise<boolean> {
  try {
    await model.collection.insertOne({
      ...document,
      revision: 1,
      pendingEvents: events,
      ...(events.length > 0 ? { deliverAt: new Date(0) } : {}),
    } as never);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export function isDuplicateKey(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === 11_000;
}
