import { adminCommands } from "./admin-commands.ts";
import { type Command, check, type Request, type Server } from "./command.ts";
import { deadlines } from "./cursors.ts";
import { asRefusal, isDiskFull, MongoError } from "./errors.ts";
import { indexCommands } from "./index-commands.ts";
import { readCommands } from "./read-commands.ts";
import { type Doc, encode, MAX_DOCUMENT, toNumber } from "./values.ts";
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
  ...indexCommands,
};
commands.buildinfo = commands.buildInfo as Command;
commands.deleteIndexes = commands.dropIndexes as Command;

function failure(error: unknown): MongoError {
  const fault = error instanceof Error ? error : new Error(String(error));
  return asRefusal(error) ?? new MongoError(isDiskFull(fault) ? 14031 : 1, fault.message);
}

/** Runs one command; every failure becomes a reply. */
export async function execute(server: Server, request: Request): Promise<Buffer> {
  try {
    const command = Object.hasOwn(commands, request.name) ? commands[request.name] : undefined;
    if (!command) throw new MongoError(59, `no such command: '${request.name}'`);
    check(command, request);
    const most = toNumber(request.body.maxTimeMS) ?? 0;
    const run = async () => command.run(server, request);
    const reply = await (most > 0 ? deadlines.run(performance.now() + most, run) : run());
    return Buffer.isBuffer(reply) ? reply : encode(reply);
  } catch (error) {
    const { code, codeName, message, extra } = failure(error);
    return encode({ ok: 0, errmsg: message, code, codeName, ...extra });
  }
}
