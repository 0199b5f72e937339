import { randomUUID } from "node:crypto";
import autocannon from "autocannon";
import express from "express";
import { option, percentile, report } from "./bench/report.ts";
import { signInAs, startRunningProduct } from "./bench/running-product.ts";

const SECONDS = Number(option("seconds") ?? 8);
const ATTESTATIONS = 20;
const CONNECTIONS = 10;

interface Load {
  requestsPerSecond: number;
  p50Ms: number;
  /** 97.5th percentile: what autocannon keeps. */
  p97Ms: number;
  errors: number;
}

async function load(target: autocannon.Options): Promise<Load> {
  const options = { connections: CONNECTIONS, ...target };
  await autocannon({ ...options, duration: 2 });
  const result = await autocannon({ ...options, duration: SECONDS });
  return {
    requestsPerSecond: result.requests.average,
    p50Ms: result.latency.p50,
    p97Ms: result.latency.p97_5,
    errors: result.errors + result.non2xx,
  };
}

/** A bare Express route that answers the same JSON, on its own port in this machine's other process slot. */
async function bareExpress(body: unknown): Promise<{ url: string; close(): void }> {
  const app = express();
  app.disable("x-powered-by");
  app.get("/", (_request, response) => void response.json(body));
  return new Promise((resolve) => {
    const server = app.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      resolve({ url: `http://127.0.0.1:${port}/`, close: () => server.close() });
    });
  });
}

const product = await startRunningProduct();
try {
  const headersOf = async (role: string) => ({
    cookie: (await signInAs(product.url, role)).cookie,
    "content-type": "application/json",
  });
  const [trainee, trainer, employer] = [
    await headersOf("trainee"),
    await headersOf("trainer"),
    await headersOf("employer"),
  ];
  const send = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const answer = await fetch(`${product.url}/api/v1${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const get = (path: string, headers: Record<string, string>) => send("GET", path, headers);
  const post = (path: string, headers: Record<string, string>, body: unknown) =>
    send("POST", path, headers, body);

  const portfolio = await get("/portfolio", trainee);
  const [offer] = (await get("/offers/mine", employer)) as {
    essential: { competencyId: string; level: number }[];
    useful: { competencyId: string; level: number }[];
    neededBy: string;
    place: { insee: string };
  }[];
  if (!offer) throw new Error("the employer of the demonstration has no offer");
  const search = {
    essential: offer.essential.map(({ competencyId, level }) => ({ competencyId, level })),
    useful: offer.useful.map(({ competencyId, level }) => ({ competencyId, level })),
    neededBy: offer.neededBy,
    insee: offer.place.insee,
  };
  const page = await post("/candidates/search", employer, search);

  const bareRead = await bareExpress(portfolio);
  const barePage = await bareExpress(page);
  const bareSame = await load({ url: bareRead.url });
  const readPortfolio = await load({ url: `${product.url}/api/v1/portfolio`, headers: trainee });
  const bareSearch = await load({ url: barePage.url });
  const searchCandidates = await load({
    url: `${product.url}/api/v1/candidates/search`,
    method: "POST",
    headers: employer,
    body: JSON.stringify(search),
  });
  bareRead.close();
  barePage.close();

  report("API next to a bare Express route that answers the same JSON", {
    bareExpressPortfolio: bareSame,
    readPortfolio: { ...readPortfolio, ratio: readPortfolio.requestsPerSecond / bareSame.requestsPerSecond },
    bareExpressPage: bareSearch,
    searchCandidates: {
      ...searchCandidates,
      ratio: searchCandidates.requestsPerSecond / bareSearch.requestsPerSecond,
    },
    attestationToList: await attestationToList(),
  });

  /** From the answer to an attestation until the employer's list shows the competency as proven. */
  async function attestationToList() {
    const sessions = (await get("/sessions", trainer)) as { id: string }[];
    const sheet = (await get(`/sessions/${sessions[0]?.id}`, trainer)) as {
      enrolments: { traineeId: string; closedOn: string | null }[];
      modules: { teaches: { competencyId: string }[] }[];
    };
    const people = sheet.enrolments.filter((one) => one.closedOn === null);
    const competencies = sheet.modules.flatMap((module) => module.teaches.map((one) => one.competencyId));
    const times: number[] = [];
    for (let index = 0; times.length < ATTESTATIONS && index < people.length * competencies.length; index++) {
      const traineeId = people[index % people.length]?.traineeId ?? "";
      const competencyId = competencies[Math.floor(index / people.length)] ?? "";
      const isProven = async () => {
        const found = (await post("/candidates/search", employer, {
          essential: [{ competencyId, level: 4 }],
          neededBy: offer?.neededBy,
          pageSize: 50,
        })) as { results: { id: string; essential: { verdict: { kind: string } }[] }[] };
        return found.results.some(
          (one) => one.id === traineeId && one.essential[0]?.verdict.kind === "proven",
        );
      };
      const portfolio = (await get(`/portfolios/${traineeId}`, trainer)) as { traineeId?: string };
      if (!portfolio.traineeId || (await isProven())) continue;
      const began = performance.now();
      await post("/attestations", trainer, {
        id: randomUUID(),
        traineeId,
        competencyId,
        level: 4,
        observedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
        context: "training",
      });
      const limit = began + 3_000;
      while (!(await isProven())) {
        if (performance.now() > limit) break;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      // Somebody private never shows: they are not a measure.
      if (performance.now() < limit) times.push(performance.now() - began);
    }
    return { samples: times.length, p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
  }
} finally {
  await product.discard();
}
