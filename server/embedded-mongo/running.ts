import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";

export const ownerFile = (dir: string): string => join(dir, "server.json");
export const toUri = (socketPath: string): string =>
  `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`;

const accepts = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(socketPath, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });

/** The address of the server that holds this folder now, or undefined when none answers. */
export async function runningServerUri(dir: string): Promise<string | undefined> {
  try {
    const { socketPath } = JSON.parse(await readFile(ownerFile(dir), "utf8")) as { socketPath: string };
    return (await accepts(socketPath)) ? toUri(socketPath) : undefined;
  } catch {
    return undefined;
  }
}
