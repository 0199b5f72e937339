import { createServer, type RequestListener, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { isPublicAddress, refusalOf } from "./addresses.ts";
import { WebError } from "./model.ts";
import { type Connect, guarded, type Limits, type Lookup, networkExchange } from "./safe-fetch.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

const LIMITS: Limits = { bytes: 1000, ms: 400, redirects: 3 };
const PUBLIC = { address: "93.184.216.34", family: 4 };
const here: Lookup = async () => [PUBLIC];

/** The rules as they are, with plain HTTP to this machine in place of the last step, the TLS connection. */
function fetchFrom(port: number, lookup: Lookup = here) {
  const pinnedTo: string[] = [];
  const connect: Connect = (url, pinned, { accept, signal }) =>
    new Promise((resolve, reject) => {
      pinnedTo.push(pinned.address);
      const asked = request(
        { host: "127.0.0.1", port, path: url.pathname, headers: { accept }, signal },
        resolve,
      );
      asked.on("error", reject);
      asked.end();
    });
  return { resolve: guarded(networkExchange(lookup, connect), LIMITS), pinnedTo };
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "answered",
    (error: unknown) => (error instanceof WebError ? error.code : String(error)),
  );

describe("what is asked of the network", () => {
  it("answers what a public host serves, at the address that was checked", async () => {
    const port = await serve((_, answer) =>
      answer.setHeader("content-type", "application/vc+ld+json").end("{}"),
    );
    const { resolve, pinnedTo } = fetchFrom(port);
    const { status, type, body } = await resolve("https://asso.example.fr/1");
    expect([status, type, Buffer.from(body).toString(), pinnedTo]).toEqual([
      200,
      "application/vc+ld+json",
      "{}",
      [PUBLIC.address],
    ]);
  });

  it.each([
    ["http", "http://asso.example.fr/", "web.notHttps"],
    ["a file", "file:///etc/passwd", "web.notHttps"],
    ["a password", "https://a:b@asso.example.fr/", "web.credentials"],
    ["a bare name", "https://metadata/", "web.privateAddress"],
    ["localhost", "https://localhost/", "web.privateAddress"],
    ["a private literal", "https://10.0.0.1/", "web.privateAddress"],
    ["a literal in hexadecimal", "https://0x7f000001/", "web.privateAddress"],
    ["the cloud's metadata", "https://169.254.169.254/", "web.privateAddress"],
    ["IPv6 loopback", "https://[::1]/", "web.privateAddress"],
    ["IPv4 within IPv6", "https://[::ffff:10.0.0.1]/", "web.privateAddress"],
    ["no address", "https://", "web.badUrl"],
  ])("refuses %s before anything is sent", async (_title, url, code) => {
    const { resolve, pinnedTo } = fetchFrom(1);
    expect([await codeOf(resolve(url)), pinnedTo]).toEqual([code, []]);
  });

  it("refuses a public name that leads to a private address, were it one of several", async () => {
    const { resolve, pinnedTo } = fetchFrom(1, async () => [PUBLIC, { address: "192.168.0.5", family: 4 }]);
    expect([await codeOf(resolve("https://asso.example.fr/")), pinnedTo]).toEqual(["web.privateAddress", []]);
  });

  it("asks for the name once, so that it cannot change its mind in between", async () => {
    let lookups = 0;
    const port = await serve((_, answer) => answer.setHeader("content-type", "application/json").end("{}"));
    const { resolve, pinnedTo } = fetchFrom(port, async () => {
      lookups += 1;
      return [lookups === 1 ? PUBLIC : { address: "127.0.0.1", family: 4 }];
    });
    await resolve("https://asso.example.fr/");
    expect([lookups, pinnedTo]).toEqual([1, [PUBLIC.address]]);
  });

  it.each([
    ["to a private address", "https://10.0.0.1/", "web.privateAddress"],
    ["to http", "http://asso.example.fr/", "web.notHttps"],
    ["to itself, without end", "/again", "web.redirects"],
    ["to nowhere", "https://", "web.badUrl"],
  ])("follows no redirect %s", async (_title, location, code) => {
    const port = await serve((_, answer) => answer.writeHead(302, { location }).end());
    expect(await codeOf(fetchFrom(port).resolve("https://asso.example.fr/"))).toBe(code);
  });

  it("checks the name again at each redirect", async () => {
    const port = await serve((_, answer) =>
      answer.writeHead(302, { location: "https://inside.example.fr/" }).end(),
    );
    const lookup: Lookup = async (host) =>
      host.startsWith("inside") ? [{ address: "10.1.1.1", family: 4 }] : [PUBLIC];
    expect(await codeOf(fetchFrom(port, lookup).resolve("https://asso.example.fr/"))).toBe(
      "web.privateAddress",
    );
  });

  it("follows three redirects", async () => {
    let hops = 0;
    const port = await serve((_, answer) => {
      hops += 1;
      if (hops > 3) answer.setHeader("content-type", "application/json").end("{}");
      else answer.writeHead(301, { location: `/${hops}` }).end();
    });
    expect(await codeOf(fetchFrom(port).resolve("https://asso.example.fr/"))).toBe("answered");
  });

  const listeners: [string, RequestListener, string][] = [
    [
      "a body over the limit",
      (_, answer) => answer.setHeader("content-type", "text/plain").end("x".repeat(1001)),
      "web.tooLarge",
    ],
    [
      "a body without end",
      (_, answer) => {
        answer.writeHead(200, { "content-type": "text/plain" });
        answer.write("x");
      },
      "web.timeout",
    ],
    ["a silent server", () => undefined, "web.timeout"],
    ["a page for people", (_, answer) => answer.setHeader("content-type", "text/html").end("{}"), "web.type"],
    [
      "a compressed body nobody asked for",
      (_, answer) => answer.writeHead(200, { "content-encoding": "gzip" }).end("x"),
      "web.encoding",
    ],
    ["a connection cut short", (asked) => asked.socket.destroy(), "web.failed"],
  ];
  it.each(listeners)("gives up on %s", async (_title, listener, code) => {
    const port = await serve(listener);
    expect(await codeOf(fetchFrom(port).resolve("https://asso.example.fr/"))).toBe(code);
  });

  it("gives up on a name that cannot be looked up", async () => {
    const { resolve } = fetchFrom(1, () => Promise.reject(new Error("ENOTFOUND")));
    expect(await codeOf(resolve("https://asso.example.fr/"))).toBe("web.noHost");
  });
});

it("knows public addresses from all others", () => {
  const open = ["1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a01:e0a::1"];
  const closed = [
    ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1", "192.168.1.1"],
    ...["192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "255.255.255.255", "not an address", ""],
    ...[
      "::",
      "::1",
      "fe80::1",
      "fe80::1%eth0",
      "fc00::1",
      "fd12::1",
      "ff02::1",
      "::ffff:1.1.1.1",
      "::ffff:a00:1",
    ],
    ...["64:ff9b::a00:1", "2001:db8::1", "2002:a00:1::", "2001::1", "100::1"],
  ];
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(closed.filter(isPublicAddress)).toEqual([]);
  expect(refusalOf(new URL("https://printer.local/"))).toBe("web.privateAddress");
});
