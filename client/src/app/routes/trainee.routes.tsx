import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readMatchesSearch } from "../../offers/offer-matches-search.ts";
import { withWords } from "../../platform/i18n.ts";
import { requireRole } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const trainee = createRoute({
  getParentRoute: () => rootRoute,
  path: "/stagiaire",
  beforeLoad: requireRole("trainee"),
});
const getParentRoute = () => trainee;

const competency = withWords("portfolio", "competency");
const experiences = withWords("experiences", "competency");
const collection = withWords("badges", "badgeChecks", "badgeReading", "collection");
const MARKS = ["proven", "acquired", "upcoming"] as const;

export const traineeRoutes = trainee.addChildren([
  createRoute({
    getParentRoute,
    path: "/",
    loader: withWords("portfolio"),
    component: lazyRouteComponent(() => import("../../portfolio/trainee-home-page.tsx"), "TraineeHomePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/competences",
    validateSearch: ({ signe }: Record<string, unknown>): { signe?: (typeof MARKS)[number] | undefined } => ({
      signe: MARKS.find((mark) => mark === signe),
    }),
    loader: withWords("portfolio"),
    component: lazyRouteComponent(() => import("../../portfolio/portfolio-page.tsx"), "PortfolioPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/competences/ajouter",
    loader: competency,
    component: lazyRouteComponent(() => import("../../portfolio/add-page.tsx"), "AddPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/competences/ajouter/metier",
    validateSearch: ({ code }: Record<string, unknown>): { code?: string | undefined } => ({
      code: typeof code === "string" && code ? code : undefined,
    }),
    loader: competency,
    component: lazyRouteComponent(
      () => import("../../portfolio/add-by-occupation-page.tsx"),
      "AddByOccupationPage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/competences/ajouter/partout",
    loader: competency,
    component: lazyRouteComponent(
      () => import("../../portfolio/add-transversal-page.tsx"),
      "AddTransversalPage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/competences/ajouter/recherche",
    loader: competency,
    component: lazyRouteComponent(() => import("../../portfolio/add-by-search-page.tsx"), "AddBySearchPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/competences/$competencyId",
    loader: competency,
    component: lazyRouteComponent(() => import("../../portfolio/competency-page.tsx"), "CompetencyPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/competences/$competencyId/demander",
    loader: competency,
    component: lazyRouteComponent(
      () => import("../../attestations/ask-attestation-page.tsx"),
      "AskAttestationPage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/attestations",
    loader: competency,
    component: lazyRouteComponent(
      () => import("../../portfolio/my-attestations-page.tsx"),
      "MyAttestationsPage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/badges",
    loader: collection,
    component: lazyRouteComponent(
      () => import("../../badges/collection/collection-page.tsx"),
      "CollectionPage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/badges/ajouter",
    loader: collection,
    component: lazyRouteComponent(() => import("../../badges/collection/import-page.tsx"), "ImportPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/badges/$badgeId",
    loader: collection,
    component: lazyRouteComponent(
      () => import("../../badges/collection/collected-page.tsx"),
      "CollectedPage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/parcours",
    loader: experiences,
    component: lazyRouteComponent(() => import("../../portfolio/experiences-page.tsx"), "ExperiencesPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/parcours/ajouter",
    loader: experiences,
    component: lazyRouteComponent(() => import("../../portfolio/experience-page.tsx"), "AddExperiencePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/parcours/$experienceId",
    loader: experiences,
    component: lazyRouteComponent(() => import("../../portfolio/experience-page.tsx"), "ExperiencePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/bientot",
    loader: withWords("portfolio"),
    component: lazyRouteComponent(() => import("../../portfolio/coming-page.tsx"), "ComingPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/recherche",
    loader: withWords("preferences", "offers"),
    component: lazyRouteComponent(() => import("../../portfolio/preferences-page.tsx"), "PreferencesPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/offres",
    validateSearch: readMatchesSearch,
    loader: withWords("matches", "offers"),
    component: lazyRouteComponent(() => import("../../offers/offer-matches-page.tsx"), "OfferMatchesPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/offres/$offerId",
    loader: withWords("matches", "offers"),
    component: lazyRouteComponent(() => import("../../offers/offer-match-page.tsx"), "OfferMatchPage"),
  }),
]);
