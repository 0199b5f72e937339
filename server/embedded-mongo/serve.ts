import { startEmbeddedMongo } from "./server.ts";

/** Serves a folder from a process of its own, until it is stopped: `tsx serve.ts <folder>` prints the address. */
const server = await startEmbeddedMongo({ dir: process.argv[2] as string });
process.stdout.write(`${server.uri}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.close());
