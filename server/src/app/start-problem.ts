import { getSystemErrorName } from "node:util";
import { FolderHeldError } from "../../embedded-mongo/ownership.ts";
import type { Settings } from "../platform/settings.ts";

/** What stops a start, in words for whoever starts it; null for what only we can explain. */
export function startProblem(error: unknown, settings: Pick<Settings, "port" | "dataDir">): string | null {
  const { port, dataDir } = settings;
  if (error instanceof FolderHeldError)
    return `Another Acquis runs on ${dataDir}: stop it, or start with another DATA_DIR.`;
  if (!(error instanceof Error)) return null;
  const { syscall = "", path = "" } = error as NodeJS.ErrnoException;
  const fromStorage = storageCode(error);
  const code = fromStorage ?? (error as NodeJS.ErrnoException).code ?? "";
  if (code === "EADDRINUSE")
    return `Port ${port} is taken: stop what listens there, or start with another PORT.`;
  if (code === "EACCES" && syscall === "listen")
    return `Port ${port} is not allowed to this user: start with a PORT of 1024 or more.`;
  const isOfFolder = path !== "" && (path.startsWith(dataDir) || dataDir.startsWith(path));
  if (fromStorage !== null || isOfFolder)
    return `The data folder ${dataDir} cannot be written (${code}): set DATA_DIR to a folder that this user may write.`;
  return null;
}

const LAST_SYSTEM_ERROR = 133;

/** LMDB tells what the system refused by number, and nothing else; a MongoDB server has numbers of its own. */
function storageCode(error: Error): string | null {
  const code: unknown = "code" in error ? error.code : undefined;
  if (error.name !== "Error" || typeof code !== "number" || code < 1 || code > LAST_SYSTEM_ERROR) return null;
  return getSystemErrorName(-code);
}
