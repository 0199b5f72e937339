import { createApp } from "@acquis/server/app/app.ts";
import { readSettings } from "@acquis/server/platform/settings.ts";
import { importRome } from "@acquis/server/referential/import-rome/import-rome.ts";
import { createPeople } from "./people.ts";
import { inWordsOf, readRomeWorld, romeDir, type ServerNames } from "./rome-world.ts";

/** What the bench is told: how to call the product, and the words it uses. */
export interface ServerReady {
  url: string;
  personaId: string;
  names: ServerNames;
  readySeconds: number;
}

const BATCH = 500;
const [peopleText = "0", today = ""] = process.argv.slice(2);
const people = Number(peopleText);
const dir = romeDir();
if (!dir) throw new Error("The ROME files are not there");

/** The product itself, in a process of its own, with the real referential and people written in its database. */
const app = await createApp(readSettings(process.env), {
  clock: { now: () => new Date(`${today}T10:00:00Z`), today: () => today },
  clientDir: "/nonexistent",
});
const { referential, portfolio, accounts } = app.features;
await importRome([`${dir}/rome-v460`, `${dir}/rome-v347`], {
  store: referential.store,
  newId: app.kernel.newId,
});
await referential.reload();

const world = readRomeWorld(dir);
const stored = await referential.store.competencies.find().lean();
const names: ServerNames = {
  competencies: stored.flatMap((one) => {
    try {
      referential.requireCompetencies([one._id], "id");
    } catch {
      return [];
    }
    return one.romeOgr ? [[one.romeOgr, one._id, one.familyId]] : [];
  }),
  occupations: [...referential.occupations(world.occupations.map((one) => one.code)).values()].map((one) => [
    one.code,
    one.label,
  ]),
  places: world.communes.flatMap((commune) => {
    try {
      return referential.requirePlace(commune.place.insee, "insee");
    } catch {
      return [];
    }
  }),
};

const portfolioOf = createPeople(inWordsOf(world, names), today);
const outbox = { createdOn: today, revision: 1, pendingEvents: [] };
// An engine that remembers is told what was written; the embedded one reads everybody.
const mark = app.kernel.settings.meili ? { indexPending: true } : {};
for (let from = 0; from < people; from += BATCH) {
  const made = Array.from({ length: Math.min(BATCH, people - from) }, (_, at) => portfolioOf(from + at));
  await portfolio.portfolios.collection.insertMany(
    made.map(({ id, preferences: { occupations, ...preferences }, experiences, ...more }) => ({
      _id: id as never,
      ...more,
      ...outbox,
      ...mark,
      preferences: { ...preferences, occupationCodes: occupations.map((one) => one.code) },
      experiences: experiences.map(({ title }, at) => ({
        id: `${id}-${at}`,
        kind: "work",
        title,
        organisation: "",
        startsOn: "2020-01",
        endsOn: null,
        description: "",
      })),
    })),
  );
  const named = made.filter((one) => one.visibility === "named");
  if (named.length > 0)
    await accounts.store.accounts.collection.insertMany(
      named.map(({ id }) => ({
        _id: id as never,
        ...outbox,
        email: `${id}@bench.example`,
        role: "trainee",
        firstName: "Camille",
        lastName: id,
        locale: "fr",
        organisationId: null,
        passwordHash: null,
        persona: null,
      })),
    );
  process.send?.({ share: Math.min(1, (from + BATCH) / people) });
}
await accounts.store.organisations.create({
  _id: "bench-company",
  ...outbox,
  kind: "company",
  name: "Bench",
  status: "approved",
});
await accounts.store.accounts.create({
  _id: "bench-employer",
  ...outbox,
  email: "employer@bench.example",
  role: "employer",
  firstName: "Camille",
  lastName: "Bench",
  locale: "fr",
  organisationId: "bench-company",
  persona: 1,
});
const started = performance.now();
const port = await app.listen(0, "127.0.0.1");
await app.ready();
while ((await app.features.candidates.indexer.behind()) > 0)
  await new Promise((resolve) => setTimeout(resolve, 100));
const ready: ServerReady = {
  url: `http://127.0.0.1:${port}`,
  personaId: "bench-employer",
  names,
  readySeconds: (performance.now() - started) / 1000,
};
process.send?.(ready);
process.on("message", () => app.close().then(() => process.exit(0)));
