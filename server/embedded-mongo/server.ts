import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server as NetServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Server } from "./command.ts";
import { execute } from "./commands.ts";
import { Cursors } from "./cursors.ts";
import { Databases } from "./database.ts";
import { MongoError } from "./errors.ts";
import { claim, claimHere, FolderHeldError, release, releaseHere } from "./ownership.ts";
import { ownerFile, runningServerUri, toUri } from "./running.ts";
import { Storage } from "./storage.ts";
import { startExpiring } from "./ttl.ts";
import { answer, errorReply, Framer, parse } from "./wire.ts";

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
    return await listen(dir, storage, options);
  } catch (error) {
    await storage?.close();
    releaseHere(dir);
    throw error;
  }
}

async function listen(dir: string, storage: Storage, options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const databases = new Databases(storage);
  await storage.collectGarbage();
  const server: Server = { databases, cursors: new Cursors() };
  const wanted = options.socketPath ?? join(dir, "mongo.sock");
  const fits = Buffer.byteLength(wanted) <= LONGEST_SOCKET_PATH;
  const socketPath = fits ? wanted : join(mkdtempSync(join(tmpdir(), "mongo-")), "m.sock");
  rmSync(socketPath, { force: true });
  const sockets = new Set<Socket>();
  const onConnection = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    serve(server, socket);
  };
  const local = createServer(onConnection);
  const mask = process.umask(0o177);
  try {
    await started(local, { path: socketPath });
  } finally {
    process.umask(mask);
  }
  chmodSync(socketPath, 0o600);
  const tcp = options.tcp ? createServer({ noDelay: true }, onConnection) : undefined;
  if (tcp) await started(tcp, { host: "127.0.0.1", port: options.tcp?.port ?? 0 });
  writeFileSync(ownerFile(dir), JSON.stringify({ socketPath, pid: process.pid }), { mode: 0o600 });
  const stopExpiring = startExpiring(databases);
  const address = tcp?.address();

  return {
    uri: toUri(socketPath),
    socketPath,
    ...(address && typeof address === "object" ? { tcpPort: address.port } : {}),
    async close() {
      await stopExpiring();
      const closed = [local, ...(tcp ? [tcp] : [])].map(
        (one) => new Promise((resolve) => one.close(resolve)),
      );
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

const started = (server: NetServer, where: { path: string } | { host: string; port: number }) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, () => resolve());
  });

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
      body = errorReply(error.code, error.message);
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
