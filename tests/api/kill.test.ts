import { signInAs, startRunningProduct } from "@acquis/scripts/bench/running-product.ts";
import { afterAll, describe, expect, it } from "vitest";

const ROUNDS = process.env.SOAK ? 60 : 3;
const WRITERS = 4;

interface Competency {
  id: string;
  heldLevel: number | null;
  evidence: { kind: string; withdrawal: unknown }[];
}

let dataDir: string | undefined;
let discard: (() => Promise<void>) | undefined;
afterAll(() => discard?.());

describe("kill -9 during writes", () => {
  it(
    `loses nothing acknowledged, and the next start is clean (${ROUNDS} rounds)`,
    async () => {
      /** What the server acknowledged, by competency; what was sent and not answered may be there or not. */
      const acknowledged = new Map<string, number>();
      const inFlight = new Map<string, number>();
      let competencyIds: string[] = [];
      for (let round = 0; round <= ROUNDS; round++) {
        const product = await startRunningProduct(dataDir ? { dataDir } : {});
        dataDir = product.dataDir;
        discard = product.discard;
        const { cookie } = await signInAs(product.url, "trainee");
        const headers = { cookie, "content-type": "application/json" };
        const portfolio = (await (await fetch(`${product.url}/api/v1/portfolio`, { headers })).json()) as {
          competencies: Competency[];
        };
        for (const [id, level] of acknowledged) {
          const held = portfolio.competencies.find((one) => one.id === id);
          const standing = held?.evidence.filter(
            (one) => one.kind === "declaration" && one.withdrawal === null,
          );
          expect(standing, `${id} after round ${round}`).toHaveLength(1);
          expect([level, inFlight.get(id)]).toContain(held?.heldLevel);
          // Unanswered but written is what is there now: the next round starts from it.
          acknowledged.set(id, held?.heldLevel ?? 0);
        }
        if (round === ROUNDS) return;
        if (competencyIds.length === 0) {
          const sheet = (await (
            await fetch(`${product.url}/api/v1/referential/occupations/F1602`)
          ).json()) as { competencies: { id: string }[] };
          const known = new Set(portfolio.competencies.map((one) => one.id));
          competencyIds = sheet.competencies.map((one) => one.id).filter((id) => !known.has(id));
        }
        inFlight.clear();

        let stop = false;
        const write = async (writer: number) => {
          for (let turn = 0; !stop; turn++) {
            const own = competencyIds.filter((_, index) => index % WRITERS === writer);
            const competencyId = own[turn % own.length] ?? "";
            const level = ((round + turn) % 4) + 1;
            inFlight.set(competencyId, level);
            const answer = await fetch(`${product.url}/api/v1/portfolio/declarations`, {
              method: "POST",
              headers,
              body: JSON.stringify({ items: [{ competencyId, level }] }),
            }).catch(() => null);
            if (!answer) return;
            if (answer.ok) {
              acknowledged.set(competencyId, level);
              inFlight.delete(competencyId);
            }
          }
        };
        const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));
        await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700));
        await product.stop("SIGKILL");
        stop = true;
        await Promise.all(writers);
        expect(acknowledged.size).toBeGreaterThan(0);
      }
    },
    ROUNDS * 30_000 + 120_000,
  );
});
