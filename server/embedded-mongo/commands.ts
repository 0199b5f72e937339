import { adminCommands } from "./admin-commands.ts";
import { type Command, check, commandFields, type Request, type Server } from "./command.ts";
import { deadlines } from "./cursors.ts";
import { MongoError, toReply } from "./errors.ts";
import { explain } from "./explain.ts";
import { indexCommands } from "./index-commands.ts";
import { readCommands } from "./read-commands.ts";
import { type Doc, encode, isDocument, MAX_DOCUMENT, toNumber } from "./values.ts";
import { writeCommands } from "./write-commands.ts";

export const MAX_MESSAGE = 48_000_000;

const hello: Command = {
  run: () => ({
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
  }),
  fields: commandFields(
    `helloOk client compression saslSupportedMechs speculativeAuthenticate loadBalanced topologyVersion
    maxAwaitTimeMS hostInfo backpressure`,
  ),
};
const done: Command = { run: () => ({ ok: 1 }), fields: commandFields() };
const BUILD: Doc = { version: "8.0.0", versionArray: [8, 0, 0, 0], bits: 64, modules: [], ok: 1 };
const buildInfo: Command = {
  run: () => ({ ...BUILD, maxBsonObjectSize: MAX_DOCUMENT }),
  fields: commandFields(),
};

/** What is explained is checked as if it were run. */
function explainChecked(server: Server, request: Request): Promise<Doc> {
  const { explain: body } = request.body;
  const [name = ""] = isDocument(body) ? Object.keys(body) : [];
  const command = commands.get(name);
  if (!command) throw new MongoError(59, `Explain failed due to unknown command: ${name}`);
  check(command, { ...request, name, body: body as Doc });
  return explain(server, request);
}

const commands: Map<string, Command> = new Map(
  Object.entries({
    hello,
    ismaster: hello,
    isMaster: hello,
    ping: done,
    endSessions: done,
    buildInfo,
    buildinfo: buildInfo,
    explain: { run: explainChecked, fields: commandFields("verbosity:string") },
    ...readCommands,
    ...writeCommands,
    ...adminCommands,
    ...indexCommands,
  }),
);

/** Runs one command; every failure becomes a reply. */
export async function execute(server: Server, request: Request): Promise<Buffer> {
  try {
    const command = commands.get(request.name);
    if (!command) throw new MongoError(59, `no such command: '${request.name}'`);
    check(command, request);
    const most = toNumber(request.body.maxTimeMS) ?? 0;
    const run = async () => command.run(server, request);
    const reply = await (most > 0 ? deadlines.run(performance.now() + most, run) : run());
    return Buffer.isBuffer(reply) ? reply : encode(reply);
  } catch (error) {
    return encode(toReply(error));
  }
}
