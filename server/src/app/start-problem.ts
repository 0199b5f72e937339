import { FolderHeldError } from "../../embedded-mongo/ownership.ts";
import type { Settings } from "../platform/settings.ts";

/** What stops a start, in words for whoever starts it; null for what only we can explain. */
export function startProblem(error: unknown, settings: Pick<Settings, "port" | "dataDir">): string | null {
  const { port, dataDir } = settings;
  if (error instanceof FolderHeldError)
    return `Another Acquis runs on ${dataDir}: stop it, or start with another DATA_DIR.`;
  if (!(error instanceof Error)) return null;
  const { code = "", syscall = "", path = "" } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return `Port ${port} is taken: stop what listens there, or start with another PORT.`;
  if (code === "EACCES" && syscall === "listen")
    return `Port ${port} is not allowed to this user: start with a PORT of 1024 or more.`;
  if (path !== "" && (path.startsWith(dataDir) || dataDir.startsWith(path)))
    return `The data folder ${dataDir} cannot be written (${code}): set DATA_DIR to a folder that this user may write.`;
  return null;
}
