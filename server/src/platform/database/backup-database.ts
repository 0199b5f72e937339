import {
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { open } from "lmdb";
import { runningServerUri } from "../../../embedded-mongo/running.ts";

const DATA = "data.mdb";

/**
 * A consistent copy of the embedded server's folder into `out`, also while the product runs: LMDB copies the
 * state of one instant without stopping readers or writers. Returns its size in bytes.
 */
export async function backupDatabase(dir: string, out: string): Promise<number> {
  if (!existsSync(join(dir, DATA))) throw new Error(`${dir} holds no embedded database`);
  if (existsSync(join(out, DATA))) throw new Error(`${out} holds a copy already`);
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const store = open({ path: dir, readOnly: true });
  try {
    await store.backup(out, true);
  } finally {
    await store.close();
  }
  return statSync(join(out, DATA)).size;
}

/** Puts a copy back. Refuses a folder that a server holds, or that has data unless told to `replace` them. */
export async function restoreDatabase(copy: string, dir: string, replace = false): Promise<void> {
  if (!existsSync(join(copy, DATA))) throw new Error(`${copy} holds no copy`);
  if (await runningServerUri(dir)) throw new Error(`a server runs on ${dir}: stop it first`);
  if (existsSync(join(dir, DATA)) && !replace) throw new Error(`${dir} has data already`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const fresh = join(dir, `${DATA}.restoring`);
  copyFileSync(join(copy, DATA), fresh);
  fsyncSync(openSync(fresh, "r+"));
  rmSync(join(dir, "lock.mdb"), { force: true });
  renameSync(fresh, join(dir, DATA));
}
