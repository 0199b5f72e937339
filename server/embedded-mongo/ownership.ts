import { readFileSync } from "node:fs";
import { prefixed, type Storage } from "./storage.ts";

const OWNER = prefixed(2, Buffer.from("owner"));
const held = new Set<string>();

/** Process start in clock ticks since boot: with the pid, it names one process for good (Linux). */
function startedAt(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[19];
  } catch {
    return undefined;
  }
}

const boot = (): string => {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
};

/** One process holds a folder; thrown to the second. */
export class FolderHeldError extends Error {
  constructor(dir: string) {
    super(`another embedded server already holds ${dir}`);
    this.name = "FolderHeldError";
  }
}

/** Before the folder is opened: the same process cannot hold it twice. */
export function claimHere(dir: string): void {
  if (held.has(dir)) throw new FolderHeldError(dir);
  held.add(dir);
}
export const releaseHere = (dir: string): boolean => held.delete(dir);

/**
 * Makes this process the owner inside LMDB's exclusive transaction, so that of two starting at once one
 * wins. An owner killed by kill -9 is recognised by its pid, start time and boot, and replaced.
 */
export function claim(storage: Storage, dir: string): void {
  storage.root.transactionSync(() => {
    const bytes = storage.store.get(OWNER);
    if (bytes) {
      const owner = JSON.parse(bytes.toString()) as {
        dir: string;
        pid: number;
        started?: string;
        boot: string;
      };
      const alive =
        owner.dir === dir &&
        owner.boot === boot() &&
        owner.started !== undefined &&
        startedAt(owner.pid) === owner.started;
      if (alive && owner.pid !== process.pid) throw new FolderHeldError(dir);
    }
    const me = { dir, pid: process.pid, started: startedAt(process.pid), boot: boot() };
    storage.store.putSync(OWNER, Buffer.from(JSON.stringify(me)));
  });
}

export function release(storage: Storage): void {
  storage.store.removeSync(OWNER);
}
