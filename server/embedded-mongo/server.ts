import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import {
  type AddressInfo,
  createServer,
  type ListenOptions,
  type Server as NetServer,
  type Socket,
} from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Server } from "./command.ts";
import { execute } from "./commands.ts";
import { Cursors } from "./cursors.ts";
import { Databases } from "./database.ts";
import { MongoError, toReply } from "./errors.ts";
import { claim, claimHere, FolderHeldError, release, releaseHere } from "./ownership.ts";
import { ownerFile, runningServerUri, toUri } from "./running.ts";
import { Storage } from "./storage.ts";
import { startExpiring } from "./ttl.ts";
import { encode } from "./values.ts";
import { answer, Framer, parse } from "./wire.ts";

/** What the system lets a Unix socket be called, with a margin. */
const LONGEST_SOCKET_PATH = 100;

export type EmbeddedMongoOptions = {
  dir: string;
  socketPath?: string;
  tcp?: { port: number };
  sync?: boolean;
};
export type EmbeddedMongo = { uri: string; socketPath: string; tcpPort?: number; close(): Promise<void> };

/**
 * Serves the databases of `dir` over a Unix socket (mode 0600), and over loopback TCP only when asked. Throws
 * when another server holds the folder. `sync: false` gives up durability against power loss, for tests.
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const dir = realpathSync(options.dir);
  if (await runningServerUri(dir)) throw new FolderHeldError(dir);
  claimHere(dir);
  let storage: Storage | undefined;
  try {
    storage = new Storage(dir, options.sync !== false);
    claim(storage, dir);
    await storage.collectGarbage();
    return await listen(dir, storage, options);
  } catch (error) {
    await storage?.close();
    releaseHere(dir);
    throw error;
  }
}

async function listen(dir: string, storage: Storage, options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const databases = new Databases(storage);
  const server: Server = { databases, cursors: new Cursors() };
  const wanted = options.socketPath ?? join(dir, "mongo.sock");
  const fits = Buffer.byteLength(wanted) <= LONGEST_SOCKET_PATH;
  const socketPath = fits ? wanted : join(mkdtempSync(join(tmpdir(), "mongo-")), "m.sock");
  const sockets = new Set<Socket>();
  const open: NetServer[] = [];
  const start = (where: ListenOptions): Promise<NetServer> =>
    new Promise((resolve, reject) => {
      const listener = createServer({ noDelay: true }, (socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
        serve(server, socket);
      });
      listener.once("error", reject);
      listener.listen(where, () => resolve(listener));
      open.push(listener);
    });
  rmSync(socketPath, { force: true });
  const mask = process.umask(0o177);
  await start({ path: socketPath }).finally(() => process.umask(mask));
  chmodSync(socketPath, 0o600);
  const tcp = options.tcp && (await start({ host: "127.0.0.1", port: options.tcp.port }));
  writeFileSync(ownerFile(dir), JSON.stringify({ socketPath, pid: process.pid }), { mode: 0o600 });
  const stopExpiring = startExpiring(databases);

  return {
    uri: toUri(socketPath),
    socketPath,
    ...(tcp ? { tcpPort: (tcp.address() as AddressInfo).port } : {}),
    async close() {
      await stopExpiring();
      const closed = open.map((listener) => new Promise((resolve) => listener.close(resolve)));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
      rmSync(ownerFile(dir), { force: true });
      if (!fits) rmSync(dirname(socketPath), { recursive: true, force: true });
      await storage.write(() => release(storage));
      await storage.close();
      releaseHere(dir);
    },
  };
}

/** Answers one connection's messages in their order; what is not the protocol closes it. */
function serve(server: Server, socket: Socket): void {
  const framer = new Framer();
  let last = Promise.resolve();
  const handle = async (bytes: Buffer): Promise<void> => {
    if (socket.destroyed) return;
    let head = { id: bytes.readInt32LE(4), legacy: false };
    let body: Buffer;
    try {
      const message = parse(bytes);
      head = message;
      body = await execute(server, message.request);
      if (message.silent) return;
    } catch (error) {
      if (!(error instanceof MongoError)) return void socket.destroy();
      body = encode(toReply(error));
    }
    if (socket.destroyed || socket.write(answer(head, body))) return;
    await new Promise<void>((resolve) => {
      const resume = () => {
        socket.off("drain", resume).off("close", resume);
        resolve();
      };
      socket.once("drain", resume).once("close", resume);
    });
  };
  socket.on("data", (chunk: Buffer) => {
    try {
      for (const bytes of framer.push(chunk)) {
        socket.pause();
        last = last.then(() => handle(bytes)).finally(() => socket.resume());
      }
    } catch {
      socket.destroy();
    }
  });
  socket.on("error", () => socket.destroy());
}
