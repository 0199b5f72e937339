import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readOrganisationsSearch } from "../../accounts/organisations-kinds.ts";
import { readQuestionSearch } from "../../candidates/question.ts";
import { withWords } from "../../platform/i18n.ts";
import { requireRole } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const openOffersPage = lazyRouteComponent(
  () => import("../../offers/open-offers-page.tsx"),
  "OpenOffersPage",
);
const words = withWords("observatory");
const offers = withWords("offers");
const search = withWords("candidates", "offers");

const readOccupation = (search: Record<string, unknown>) => {
  const { metier, page } = readQuestionSearch(search);
  return { ...(metier ? { metier } : {}), ...(page ? { page } : {}) };
};

const steward = createRoute({
  getParentRoute: () => rootRoute,
  path: "/region",
  beforeLoad: requireRole("steward"),
});

export const stewardRoutes = steward.addChildren([
  createRoute({
    getParentRoute: () => steward,
    path: "/",
    validateSearch: readOccupation,
    loader: words,
    component: lazyRouteComponent(() => import("../../observatory/steward-home-page.tsx"), "StewardHomePage"),
  }),
  createRoute({
    getParentRoute: () => steward,
    path: "/recherche",
    validateSearch: readQuestionSearch,
    loader: search,
    component: lazyRouteComponent(
      () => import("../../candidates/region-search-page.tsx"),
      "RegionSearchPage",
    ),
  }),
  createRoute({
    getParentRoute: () => steward,
    path: "/candidats/$id",
    validateSearch: readQuestionSearch,
    loader: search,
    component: lazyRouteComponent(() => import("../../candidates/candidate-page.tsx"), "CandidatePage"),
  }),
  createRoute({
    getParentRoute: () => steward,
    path: "/offres",
    validateSearch: readOccupation,
    loader: offers,
    component: openOffersPage,
  }),
  createRoute({
    getParentRoute: () => steward,
    path: "/organisations",
    validateSearch: readOrganisationsSearch,
    loader: withWords("organisations"),
    component: lazyRouteComponent(() => import("../../accounts/organisations-page.tsx"), "OrganisationsPage"),
  }),
  createRoute({
    getParentRoute: () => steward,
    path: "/etat-de-la-recherche",
    loader: words,
    component: lazyRouteComponent(() => import("../../observatory/search-state-page.tsx"), "SearchStatePage"),
  }),
  createRoute({
    getParentRoute: () => steward,
    path: "/referentiel",
    loader: words,
    component: lazyRouteComponent(() => import("../../observatory/referential-page.tsx"), "ReferentialPage"),
  }),
  createRoute({
    getParentRoute: () => steward,
    path: "/referentiel/$code",
    loader: words,
    component: lazyRouteComponent(() => import("../../observatory/occupation-page.tsx"), "OccupationPage"),
  }),
]);

const advisor = createRoute({
  getParentRoute: () => rootRoute,
  path: "/conseil",
  beforeLoad: requireRole("advisor"),
});

export const advisorRoutes = advisor.addChildren([
  createRoute({
    getParentRoute: () => advisor,
    path: "/",
    validateSearch: readOccupation,
    loader: words,
    component: lazyRouteComponent(() => import("../../observatory/advisor-home-page.tsx"), "AdvisorHomePage"),
  }),
  createRoute({
    getParentRoute: () => advisor,
    path: "/offres",
    validateSearch: readOccupation,
    loader: offers,
    component: openOffersPage,
  }),
]);
