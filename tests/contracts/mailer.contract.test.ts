import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { systemClock } from "@acquis/server/platform/clock.ts";
import { createDemoMailer, createSmtpMailer, type Mailer } from "@acquis/server/platform/mail/mailer.ts";
import { SMTPServer } from "smtp-server";
import { afterAll, describe, expect, it } from "vitest";

interface Received {
  to: string[];
  raw: string;
}

/** A mail server of our own on loopback: a real SMTP conversation; it refuses one address. */
async function aMailServer() {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(address, _session, callback) {
      callback(address.address.startsWith("refused") ? new Error("no such person") : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          to: session.envelope.rcptTo.map((one) => one.address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        callback();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

interface Adapter {
  mailer: Mailer;
  /** What reached the person, as they would read it. */
  arrived(): { to: string; subject: string; text: string }[];
  close(): Promise<void>;
}

/** Undoes quoted-printable and encoded words, as a mail reader does. */
function readable(raw: string): { subject: string; text: string } {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const bytes = (text: string) =>
    Buffer.from(
      text
        .replace(/=\r\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      "latin1",
    ).toString("utf8");
  const unfolded = head.replace(/\r\n[ \t]/g, "");
  const subject = (unfolded.match(/^Subject: (.*)$/m)?.[1] ?? "")
    .replace(/\?= =\?UTF-8\?Q\?/g, "")
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, word: string) => bytes(word.replace(/_/g, " ")));
  const body = rest.join("\r\n\r\n");
  const text = /quoted-printable/i.test(head)
    ? bytes(body)
    : /base64/i.test(head)
      ? Buffer.from(body, "base64").toString("utf8")
      : body;
  return { subject, text: text.replace(/\r\n/g, "\n").trim() };
}

const adapters: Record<string, () => Promise<Adapter>> = {
  async smtp() {
    const server = await aMailServer();
    return {
      mailer: createSmtpMailer(server.url, "Acquis <no-reply@acquis.example>"),
      arrived: () => server.received.map(({ to, raw }) => ({ to: to.join(), ...readable(raw) })),
      close: server.close,
    };
  },
  async demonstration() {
    let next = 0;
    const mailer = createDemoMailer(systemClock, () => String(next++));
    return { mailer, arrived: () => mailer.kept(), close: async () => {} };
  },
};

describe.each(Object.entries(adapters))("mailer: %s", (name, open) => {
  const opened: Adapter[] = [];
  const start = async () => {
    const adapter = await open();
    opened.push(adapter);
    return adapter;
  };
  afterAll(async () => {
    for (const adapter of opened) await adapter.close();
  });

  it("brings subject and text to the person, accents and line breaks kept", async () => {
    const { mailer, arrived } = await start();
    const mail = {
      to: "zoe@test.example",
      subject: "Votre compétence est attestée",
      text: "Bonjour Zoé,\n\nC'est fait : « Souder à l'arc ».\n\nhttp://localhost/lien/abc.def",
    };
    await mailer.send(mail);
    expect(arrived()).toEqual([expect.objectContaining(mail)]);
  });

  it("a line break in a subject adds no header", async () => {
    const { mailer, arrived } = await start();
    await mailer.send({ to: "a@test.example", subject: "Bonjour\r\nBcc: all@test.example", text: "x" });
    expect(arrived()).toHaveLength(1);
    expect(arrived()[0]?.to).toBe("a@test.example");
  });

  it.runIf(name === "smtp")(
    "throws when the mail server refuses, so that the delivery tries again",
    async () => {
      const { mailer, arrived } = await start();
      await expect(mailer.send({ to: "refused@test.example", subject: "x", text: "x" })).rejects.toThrow();
      expect(arrived()).toEqual([]);
    },
  );
});

it("a mail server that never answers fails the mail, rather than hold up all that waits behind", async () => {
  const silent = createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const patience = { dnsTimeout: 200, connectionTimeout: 200, greetingTimeout: 200, socketTimeout: 200 };
  const mailer = createSmtpMailer(`smtp://127.0.0.1:${port}`, "a@acquis.example", patience);
  await expect(mailer.send({ to: "b@test.example", subject: "x", text: "x" })).rejects.toThrow();
  silent.close();
});
