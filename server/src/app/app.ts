import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { contract } from "@acquis/shared/contract.ts";
import type { Logger } from "pino";
import { createAccounts } from "../accounts/index.ts";
import { ACCESS_COOKIE } from "../accounts/tokens.ts";
import { createAttestations } from "../attestations/index.ts";
import { createBadges } from "../badges/index.ts";
import type { Resolve } from "../badges/validator/model.ts";
import type { CandidateEngine } from "../candidates/candidate-engine.ts";
import { createEmbeddedCandidateEngine } from "../candidates/embedded-engine/embedded-engine.ts";
import { createCandidates } from "../candidates/index.ts";
import { createMeilisearchCandidateEngine } from "../candidates/meilisearch-engine/meilisearch-engine.ts";
import { createObservatory } from "../observatory/index.ts";
import { createEmbeddedOfferEngine } from "../offers/embedded-offer-engine.ts";
import { createOffers } from "../offers/index.ts";
import { createMeilisearchOfferEngine } from "../offers/meilisearch-offer-engine.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import { connectDatabase } from "../platform/database/connect.ts";
import { createDelivery } from "../platform/delivery/delivery.ts";
import { apiRoot } from "../platform/http/api.ts";
import { createWeb } from "../platform/http/web.ts";
import type { Kernel } from "../platform/kernel.ts";
import { createLog } from "../platform/log.ts";
import { createMailer, type Mailer } from "../platform/mail/mailer.ts";
import type { Settings } from "../platform/settings.ts";
import { createPortfolio } from "../portfolio/index.ts";
import { createEmbeddedReferentialEngine } from "../referential/embedded-referential-engine.ts";
import { createReferential } from "../referential/index.ts";
import { createMeilisearchReferentialEngine } from "../referential/meilisearch-referential-engine.ts";
import { createTraining } from "../training/index.ts";
import { searchState } from "./search-state.ts";

/** What tests and benches may replace: the clock, the mailer, the engine, the log. */
export interface Overrides {
  clock?: Clock;
  mailer?: Mailer;
  candidateEngine?: CandidateEngine;
  log?: Logger;
  /** Whom badges of others are asked of. */
  outside?: Resolve;
  clientDir?: string;
}

const CLIENT_DIR = fileURLToPath(new URL("../../../client/dist", import.meta.url));

/** Meilisearch when its address is given, else people in the server's own memory: same answers, same order. */
function chooseEngine(settings: Settings): CandidateEngine {
  return settings.meili ? createMeilisearchCandidateEngine(settings.meili) : createEmbeddedCandidateEngine();
}

/** The whole product, put together; nothing listens until `listen`. */
export async function createApp(settings: Settings, overrides: Overrides = {}) {
  const log = overrides.log ?? createLog(settings.logLevel);
  const clock = overrides.clock ?? systemClock;
  const newId = () => randomUUID();
  const database = await connectDatabase(settings, log, { share: false });
  const kernel: Kernel = {
    settings,
    db: database.connection,
    clock,
    newId,
    log,
    mailer: overrides.mailer ?? createMailer(settings, clock, newId),
    delivery: createDelivery(log),
  };

  const referential = await createReferential(
    kernel,
    settings.meili ? createMeilisearchReferentialEngine(settings.meili) : createEmbeddedReferentialEngine(),
  );
  const accounts = createAccounts(kernel, {
    places: referential,
    canInviteTo: (actor, sessionId) => training.canInviteTo(actor, sessionId),
  });
  const portfolio = createPortfolio(kernel, {
    accounts,
    referential,
    follows: (actor, traineeId) => training.follows(actor, traineeId),
    requestedBy: (traineeId) => attestations.requestedBy(traineeId),
  });
  const training = createTraining(kernel, { accounts, referential, portfolio });
  const attestations = createAttestations(kernel, { accounts, referential, portfolio, training });
  const badges = createBadges(kernel, {
    accounts,
    referential,
    portfolio,
    training,
    ...(overrides.outside ? { outside: overrides.outside } : {}),
  });
  const candidates = createCandidates({
    kernel,
    engine: overrides.candidateEngine ?? chooseEngine(settings),
    portfolios: portfolio.portfolios,
    referential,
    accounts,
  });
  const offers = createOffers({
    kernel,
    engine: settings.meili ? createMeilisearchOfferEngine(settings.meili) : createEmbeddedOfferEngine(),
    referential,
    accounts,
    candidates,
  });
  const observatory = createObservatory({
    kernel,
    readOccupation: referential.readOccupation,
    countPeople: candidates.countPeople,
    people: () => candidates.engine.size(),
    inTraining: () => training.countInTraining(clock.today()),
    countOrganisations: accounts.countOrganisations,
    countPending: accounts.countPending,
    countOpenOffers: offers.countOpen,
    demandFor: offers.demandFor,
    searchState: () => searchState({ candidates, offers, referential }),
  });
  const features = {
    referential,
    accounts,
    portfolio,
    training,
    attestations,
    badges,
    candidates,
    offers,
    observatory,
  };

  const router = apiRoot.router({
    accounts: accounts.router,
    attestations: attestations.router,
    badges: badges.router,
    candidates: candidates.router,
    observatory: observatory.router,
    offers: offers.router,
    portfolio: portfolio.router,
    referential: referential.router,
    training: training.router,
  });
  const clientDir = overrides.clientDir ?? CLIENT_DIR;
  const web: Server = createWeb({
    settings,
    log,
    newId,
    router,
    contract,
    identify: accounts.identify,
    accessCookie: ACCESS_COOKIE,
    health: async () => ({
      search: candidates.isReady() ? await candidates.engine.health() : { ok: false, detail: "loading" },
      behind: await candidates.indexer.behind(),
      refused: await candidates.indexer.refused(),
      offers: { behind: await offers.indexer.behind(), refused: await offers.indexer.refused() },
    }),
    clientDir,
    resources: [{ path: "/badges", router: badges.publicRouter(clientDir) }],
  });

  let loading: Promise<void> = Promise.resolve();
  return {
    kernel,
    features,
    router,
    /** Readies the data, starts delivery, and listens; answers the port. The search fills meanwhile. */
    async listen(port = settings.port, host?: string): Promise<number> {
      // Without them one address could have two accounts: a start that cannot make them is no start.
      await Promise.all(Object.values(kernel.db.models).map((model) => model.init()));
      await referential.ensureStarter();
      await accounts.inviteFirstSteward();
      await badges.start();
      kernel.delivery.start();
      loading = Promise.all([offers.start(), candidates.start()])
        .then(() => {})
        .catch((error) => log.fatal({ err: error }, "the search could not be filled"));
      await new Promise<void>((resolve, reject) => {
        web.once("error", reject);
        web.listen(port, host, resolve);
      });
      const address = web.address();
      return typeof address === "object" && address ? address.port : port;
    },
    /** Until everybody can be found. */
    ready: () => loading,
    async close(): Promise<void> {
      await new Promise<void>((resolve) => {
        web.close(() => resolve());
        web.closeAllConnections();
      });
      await loading;
      await kernel.delivery.stop();
      await badges.stop();
      await offers.indexer.stop();
      await candidates.indexer.stop();
      await candidates.engine.close();
      await referential.close();
      await database.close();
    },
  };
}
export type App = Awaited<ReturnType<typeof createApp>>;
