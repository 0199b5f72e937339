import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readQuestionSearch } from "../../candidates/question.ts";
import { withWords } from "../../platform/i18n.ts";
import { requireRole } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const employer = createRoute({
  getParentRoute: () => rootRoute,
  path: "/employeur",
  beforeLoad: requireRole("employer"),
  loader: withWords("candidates", "offers"),
  component: lazyRouteComponent(() => import("../../candidates/employer-gate.tsx"), "EmployerGate"),
});
const getParentRoute = () => employer;

const readStep = ({ etape }: Record<string, unknown>): { etape?: 2 | 3 | undefined } => ({
  etape: etape === 2 || etape === 3 ? etape : undefined,
});
const readEditorSearch = (search: Record<string, unknown>) => ({
  ...readQuestionSearch(search),
  ...readStep(search),
});

export const employerRoutes = employer.addChildren([
  createRoute({
    getParentRoute,
    path: "/",
    validateSearch: readQuestionSearch,
    component: lazyRouteComponent(
      () => import("../../candidates/employer-home-page.tsx"),
      "EmployerHomePage",
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/candidats/$id",
    validateSearch: readQuestionSearch,
    component: lazyRouteComponent(() => import("../../candidates/candidate-page.tsx"), "CandidatePage"),
  }),
  createRoute({
    getParentRoute,
    path: "/offres",
    component: lazyRouteComponent(() => import("../../offers/offers-page.tsx"), "OffersPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/offres/nouvelle",
    validateSearch: readEditorSearch,
    component: lazyRouteComponent(() => import("../../offers/new-offer-page.tsx"), "NewOfferPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/offres/$id",
    validateSearch: readQuestionSearch,
    component: lazyRouteComponent(() => import("../../offers/offer-page.tsx"), "OfferPage"),
  }),
  createRoute({
    getParentRoute,
    path: "/offres/$id/modifier",
    validateSearch: readStep,
    component: lazyRouteComponent(() => import("../../offers/edit-offer-page.tsx"), "EditOfferPage"),
  }),
]);
