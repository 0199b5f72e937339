import { readFileSync } from "node:fs";
import { prefixed, type Storage } from "./storage.ts";

const OWNER = prefixed(2, Buffer.from("owner"));
type Owner = { dir: string; pid: number; started: string | undefined; boot: string | undefined };

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Pid, start (in clock ticks since boot) and boot: they name one process for good, on Linux. */
const processOf = (dir: string, pid: number): Owner => ({
  dir,
  pid,
  started: read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, "")
    .split(" ")[19],
  boot: read("/proc/sys/kernel/random/boot_id"),
});

/** One process holds a folder; thrown to the second. */
export class FolderHeldError extends Error {
  constructor(dir: string) {
    super(`another embedded server already holds ${dir}`);
    this.name = "FolderHeldError";
  }
}

const held = new Set<string>();

/** Before the folder is opened: the same process cannot hold it twice. */
export function claimHere(dir: string): void {
  if (held.has(dir)) throw new FolderHeldError(dir);
  held.add(dir);
}
export const releaseHere = (dir: string): boolean => held.delete(dir);

/**
 * Makes this process the owner inside LMDB's exclusive transaction, so that of two starting at once one
 * wins. An owner killed by kill -9 is recognised, and replaced.
 */
export function claim({ store }: Storage, dir: string): void {
  store.transactionSync(() => {
    const owner = JSON.parse(store.get(OWNER)?.toString() ?? "{}") as Partial<Owner>;
    const alive =
      owner.pid !== undefined && owner.pid !== process.pid ? processOf(dir, owner.pid) : undefined;
    if (alive?.started && JSON.stringify(alive) === JSON.stringify({ ...alive, ...owner }))
      throw new FolderHeldError(dir);
    store.putSync(OWNER, Buffer.from(JSON.stringify(processOf(dir, process.pid))));
  });
}

export const release = ({ store }: Storage): boolean => store.removeSync(OWNER);
