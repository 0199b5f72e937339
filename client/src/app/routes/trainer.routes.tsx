import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withWords } from "../../platform/i18n.ts";
import { requireRole } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const words = withWords("attestations", "training");
const identifier = (value: unknown) => (typeof value === "string" && value ? value : undefined);

const trainer = createRoute({
  getParentRoute: () => rootRoute,
  path: "/formateur",
  beforeLoad: requireRole("trainer"),
});

const provider = createRoute({
  getParentRoute: () => rootRoute,
  path: "/organisme",
  beforeLoad: requireRole("providerAdmin"),
});

/** The pages about one trainee: the session one comes from says which enrolment is meant. */
const sessionSearch = (search: Record<string, unknown>): { session?: string | undefined } => ({
  session: identifier(search.session),
});
const traineeFrame = lazyRouteComponent(() => import("../../attestations/trainee-frame.tsx"), "TraineeFrame");
const traineePortfolio = lazyRouteComponent(
  () => import("../../attestations/trainee-portfolio-page.tsx"),
  "TraineePortfolioPage",
);
const trainingPath = lazyRouteComponent(
  () => import("../../training/training-path-page.tsx"),
  "TrainingPathPage",
);
const shownBadges = lazyRouteComponent(
  () => import("../../badges/collection/shown-badges-page.tsx"),
  "ShownBadgesPage",
);
const shownBadgesWords = withWords("badges", "collection");
const sessionPage = lazyRouteComponent(() => import("../../training/session-page.tsx"), "SessionPage");

const trainerTrainee = createRoute({
  getParentRoute: () => trainer,
  path: "/stagiaires/$traineeId",
  validateSearch: sessionSearch,
  loader: words,
  component: traineeFrame,
});

const providerTrainee = createRoute({
  getParentRoute: () => provider,
  path: "/stagiaires/$traineeId",
  validateSearch: sessionSearch,
  loader: words,
  component: traineeFrame,
});

export const trainerRoutes = trainer.addChildren([
  createRoute({
    getParentRoute: () => trainer,
    path: "/",
    loader: withWords("attestations"),
    component: lazyRouteComponent(
      () => import("../../attestations/trainer-home-page.tsx"),
      "TrainerHomePage",
    ),
  }),
  createRoute({
    getParentRoute: () => trainer,
    path: "/sessions",
    loader: words,
    component: lazyRouteComponent(() => import("../../training/sessions-page.tsx"), "SessionsPage"),
  }),
  createRoute({
    getParentRoute: () => trainer,
    path: "/sessions/$sessionId",
    loader: words,
    component: sessionPage,
  }),
  createRoute({
    getParentRoute: () => trainer,
    path: "/sessions/$sessionId/attester",
    loader: words,
    component: lazyRouteComponent(() => import("../../attestations/group-page.tsx"), "GroupPage"),
  }),
  createRoute({
    getParentRoute: () => trainer,
    path: "/stagiaires",
    loader: words,
    component: lazyRouteComponent(() => import("../../training/trainees-page.tsx"), "TraineesPage"),
  }),
  trainerTrainee.addChildren([
    createRoute({ getParentRoute: () => trainerTrainee, path: "/", component: traineePortfolio }),
    createRoute({ getParentRoute: () => trainerTrainee, path: "/parcours", component: trainingPath }),
    createRoute({
      getParentRoute: () => trainerTrainee,
      path: "/badges",
      loader: shownBadgesWords,
      component: shownBadges,
    }),
  ]),
]);

export const providerRoutes = provider.addChildren([
  createRoute({
    getParentRoute: () => provider,
    path: "/",
    loader: withWords("training"),
    component: lazyRouteComponent(() => import("../../training/provider-home-page.tsx"), "ProviderHomePage"),
  }),
  createRoute({
    getParentRoute: () => provider,
    path: "/formations",
    loader: words,
    component: lazyRouteComponent(() => import("../../training/programmes-page.tsx"), "ProgrammesPage"),
  }),
  createRoute({
    getParentRoute: () => provider,
    path: "/formations/nouvelle",
    loader: words,
    component: lazyRouteComponent(() => import("../../training/programme-page.tsx"), "NewProgrammePage"),
  }),
  createRoute({
    getParentRoute: () => provider,
    path: "/formations/$programmeId",
    loader: words,
    component: lazyRouteComponent(() => import("../../training/programme-page.tsx"), "ProgrammePage"),
  }),
  createRoute({
    getParentRoute: () => provider,
    path: "/sessions/nouvelle",
    validateSearch: (search: Record<string, unknown>): { formation?: string | undefined } => ({
      formation: identifier(search.formation),
    }),
    loader: words,
    component: lazyRouteComponent(() => import("../../training/session-form-page.tsx"), "NewSessionPage"),
  }),
  createRoute({
    getParentRoute: () => provider,
    path: "/sessions/$sessionId",
    loader: words,
    component: sessionPage,
  }),
  createRoute({
    getParentRoute: () => provider,
    path: "/sessions/$sessionId/modifier",
    loader: words,
    component: lazyRouteComponent(() => import("../../training/session-form-page.tsx"), "EditSessionPage"),
  }),
  createRoute({
    getParentRoute: () => provider,
    path: "/sessions/$sessionId/inscrire",
    loader: words,
    component: lazyRouteComponent(() => import("../../training/enrol-page.tsx"), "EnrolPage"),
  }),
  createRoute({
    getParentRoute: () => provider,
    path: "/equipe",
    loader: words,
    component: lazyRouteComponent(() => import("../../training/team-page.tsx"), "TeamPage"),
  }),
  providerTrainee.addChildren([
    createRoute({ getParentRoute: () => providerTrainee, path: "/", component: traineePortfolio }),
    createRoute({ getParentRoute: () => providerTrainee, path: "/parcours", component: trainingPath }),
    createRoute({
      getParentRoute: () => providerTrainee,
      path: "/badges",
      loader: shownBadgesWords,
      component: shownBadges,
    }),
  ]),
]);
