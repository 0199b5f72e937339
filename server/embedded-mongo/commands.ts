import { adminCommands } from "./admin-commands.ts";
import { type Command, check, type Request, type Server } from "./command.ts";
import { MongoError } from "./errors.ts";
import { readCommands } from "./read-commands.ts";
import { type Doc, encode, MAX_DOCUMENT } from "./values.ts";
import { writeCommands } from "./write-commands.ts";

export const MAX_MESSAGE = 48_000_000;
const VERSION = [8, 0, 0, 0];

const hello = (): Doc => ({
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: MAX_DOCUMENT,
  maxMessageSizeBytes: MAX_MESSAGE,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 25,
  readOnly: false,
  ok: 1,
});

const greeting: Command = {
  run: hello,
  fields: [
    "helloOk",
    "client",
    "compression",
    "saslSupportedMechs",
    "speculativeAuthenticate",
    "loadBalanced",
    "topologyVersion",
    "maxAwaitTimeMS",
    "hostInfo",
    "backpressure",
  ],
};
const done: Command = { run: () => ({ ok: 1 }), fields: [] };

const commands: Record<string, Command> = {
  hello: greeting,
  ismaster: greeting,
  isMaster: greeting,
  ping: done,
  endSessions: done,
  buildInfo: {
    run: () => ({
      version: VERSION.slice(0, 3).join("."),
      versionArray: VERSION,
      bits: 64,
      maxBsonObjectSize: MAX_DOCUMENT,
      modules: [],
      ok: 1,
    }),
    fields: [],
  },
  ...readCommands,
  ...writeCommands,
  ...adminCommands,
};
commands.buildinfo = commands.buildInfo as Command;

function failure(error: unknown): Doc {
  if (error instanceof MongoError)
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra };
  const message = error instanceof Error ? error.message : String(error);
  const known =
    (error as Error)?.constructor?.name === "MingoError"
      ? new MongoError(2, message)
      : isDiskFull(message)
        ? new MongoError(14031, message)
        : new MongoError(1, message);
  return { ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName };
}

const isDiskFull = (message: string): boolean => /No space left|MDB_MAP_FULL|Input\/output/i.test(message);

/** Runs one command; every failure becomes a reply, and a write the disk refused makes counts be read again. */
export async function execute(server: Server, request: Request): Promise<Buffer> {
  try {
    const command = Object.hasOwn(commands, request.name) ? commands[request.name] : undefined;
    if (!command) throw new MongoError(59, `no such command: '${request.name}'`);
    check(command, request);
    const reply = await command.run(server, request);
    return Buffer.isBuffer(reply) ? reply : encode(reply);
  } catch (error) {
    if (!(error instanceof MongoError)) for (const collection of server.databases.all()) collection.forget();
    return encode(failure(error));
  }
}
