import { createApp } from "@acquis/server/app/app.ts";
import { startBatch } from "@acquis/server/badges/issuing/start-batch.ts";
import { saveLocalBadge } from "@acquis/server/badges/local/save-local-badge.ts";
import { readSettings } from "@acquis/server/platform/settings.ts";
import type { Evidence } from "@acquis/shared/portfolio/evidence.schema.ts";

/** The product in a process of its own, with people enough for a batch; driven by messages of its parent. */
export type Command = { batch: { id: string; from: number; count: number } } | { progress: string };
export type Answer =
  | { ready: { port: number; personaId: string } }
  | { progress: number; total: number; finished: boolean };

const { BENCH_PEOPLE = "1000" } = process.env;
const people = Number(BENCH_PEOPLE);
const traineeId = (index: number) => `trainee-${index}`;
const PROVIDER = "org-provider";
const born = { revision: 1, pendingEvents: [], createdOn: "2026-01-01" };
const admin = {
  accountId: "admin",
  role: "providerAdmin",
  organisationId: PROVIDER,
  organisationStatus: "approved",
} as const;

const app = await createApp(readSettings({ ...process.env, PUBLIC_URL: "https://bench.example", PORT: "0" }));
const { accounts, badges, portfolio } = app.features;
const { context } = badges;
await app.features.referential.ensureStarter();

const account = (id: string, role: "trainee" | "providerAdmin", organisationId: string | null) => ({
  _id: id,
  email: `${id}@bench.example`,
  role,
  firstName: "Camille",
  lastName: id,
  locale: "fr",
  organisationId,
  passwordHash: null,
  persona: id === traineeId(0) ? 1 : null,
  ...born,
});

/** A portfolio as people have it after a year: thirty competencies, declared. */
function evidence(): Evidence[] {
  const sheet = app.features.referential.readOccupation("F1602");
  return sheet.competencies.flatMap(({ id }, index) =>
    [1, 2].map((level) => ({
      id: `e-${index}-${level}`,
      competencyId: id,
      kind: "declaration" as const,
      level: level as 1 | 2,
      addedOn: "2026-01-01",
      by: null,
      comment: "",
      context: "",
      observedOn: null,
      experienceId: null,
      training: null,
      withdrawal: null,
      answer: null,
    })),
  );
}

if (!(await accounts.store.accounts.exists({ _id: "admin" }))) {
  await accounts.store.organisations.collection.insertOne({
    _id: PROVIDER as never,
    kind: "provider",
    name: "Organisme du banc d'essai",
    status: "approved",
    ...born,
  });
  const everybody = Array.from({ length: people }, (_, index) => account(traineeId(index), "trainee", null));
  for (let start = 0; start < people; start += 500)
    await accounts.store.accounts.collection.insertMany(everybody.slice(start, start + 500) as never);
  await portfolio.open(traineeId(0));
  await portfolio.changeEvidence(traineeId(0), () => ({ evidence: evidence() }));
  await accounts.store.accounts.collection.insertOne(account("admin", "providerAdmin", PROVIDER) as never);
}
const port = await app.listen(0, "127.0.0.1");
await app.ready();

const tell = (answer: Answer) => process.send?.(answer);

async function runBatch({ id, from, count }: { id: string; from: number; count: number }): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => traineeId(from + index));
  const localBadgeId = `badge-${id}`;
  await saveLocalBadge(context, admin, {
    id: localBadgeId,
    name: "Chantier propre",
    description: "Laisser un chantier propre à la fin de la journée.",
    criteria: [{ id: "c1", text: "A rangé le chantier trois fois." }],
    alignments: [{ metaBadgeId: "organiser", level: 2, criterionId: null }],
    image: { kind: "motif", motif: "tool" },
    revision: 0,
  });
  // Everybody is of that session: what is measured is issuing.
  const everybody = { ...context.training, peopleOf: async () => new Set(ids) };
  await startBatch({ ...context, training: everybody }, admin, {
    id,
    sessionId: "session",
    badge: { kind: "local", localBadgeId },
    rows: ids.map((one) => ({ traineeId: one, narrative: "A rangé le chantier." })),
  });
  badges.batches.nudge();
}

process.on("message", async (command: Command) => {
  if ("batch" in command) return void (await runBatch(command.batch));
  const batch = await context.batches.findById(command.progress).lean();
  tell({ progress: batch?.cursor ?? 0, total: batch?.total ?? 0, finished: batch?.finishedAt != null });
});
process.on("disconnect", () => process.exit(0));
tell({ ready: { port, personaId: traineeId(0) } });
