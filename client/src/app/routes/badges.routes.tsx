import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withWords } from "../../platform/i18n.ts";
import { requireRole } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const identifier = (value: unknown) => (typeof value === "string" && value ? value : undefined);

/** The badges of an organisation: one address for all those who describe or issue them. */
const structure = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nos-badges",
  beforeLoad: requireRole("trainer", "providerAdmin", "employer", "advisor"),
  loader: withWords("badgesDesk", "badges"),
});

export const structureBadgesRoutes = structure.addChildren([
  createRoute({
    getParentRoute: () => structure,
    path: "/",
    component: lazyRouteComponent(
      () => import("../../badges/local/local-badges-page.tsx"),
      "LocalBadgesPage",
    ),
  }),
  createRoute({
    getParentRoute: () => structure,
    path: "/nouveau",
    component: lazyRouteComponent(
      () => import("../../badges/local/local-badge-editor-pages.tsx"),
      "NewLocalBadgePage",
    ),
  }),
  createRoute({
    getParentRoute: () => structure,
    path: "/ailleurs",
    component: lazyRouteComponent(() => import("../../badges/local/elsewhere-page.tsx"), "ElsewherePage"),
  }),
  createRoute({
    getParentRoute: () => structure,
    path: "/$badgeId",
    component: lazyRouteComponent(() => import("../../badges/local/local-badge-page.tsx"), "LocalBadgePage"),
  }),
  createRoute({
    getParentRoute: () => structure,
    path: "/$badgeId/modifier",
    component: lazyRouteComponent(
      () => import("../../badges/local/local-badge-editor-pages.tsx"),
      "EditLocalBadgePage",
    ),
  }),
  createRoute({
    getParentRoute: () => structure,
    path: "/$badgeId/reconnaissance",
    validateSearch: (search: Record<string, unknown>): { demande?: string | undefined } => ({
      demande: identifier(search.demande),
    }),
    component: lazyRouteComponent(
      () => import("../../badges/recognition/ask-page.tsx"),
      "AskRecognitionPage",
    ),
  }),
  createRoute({
    getParentRoute: () => structure,
    path: "/$badgeId/delivrer",
    validateSearch: (search: Record<string, unknown>): { session?: string | undefined } => ({
      session: identifier(search.session),
    }),
    component: lazyRouteComponent(() => import("../../badges/issuing/issue-page.tsx"), "IssuePage"),
  }),
  createRoute({
    getParentRoute: () => structure,
    path: "/$badgeId/lots/$batchId",
    component: lazyRouteComponent(() => import("../../badges/issuing/batch-page.tsx"), "BatchPage"),
  }),
]);

/** The framework of the Région, and what structures ask of it. */
const region = createRoute({
  getParentRoute: () => rootRoute,
  path: "/region/badges",
  beforeLoad: requireRole("steward"),
  loader: withWords("badgesRegion", "badgesDesk", "badges"),
});

export const regionBadgesRoutes = region.addChildren([
  createRoute({
    getParentRoute: () => region,
    path: "/",
    component: lazyRouteComponent(() => import("../../badges/framework/framework-page.tsx"), "FrameworkPage"),
  }),
  createRoute({
    getParentRoute: () => region,
    path: "/nouveau",
    component: lazyRouteComponent(
      () => import("../../badges/framework/meta-badge-editor-pages.tsx"),
      "NewMetaBadgePage",
    ),
  }),
  createRoute({
    getParentRoute: () => region,
    path: "/reconnaissances",
    validateSearch: (search: Record<string, unknown>): { etat?: string | undefined } => ({
      etat: identifier(search.etat),
    }),
    component: lazyRouteComponent(
      () => import("../../badges/recognition/recognitions-page.tsx"),
      "RecognitionsPage",
    ),
  }),
  createRoute({
    getParentRoute: () => region,
    path: "/reconnaissances/$recognitionId",
    component: lazyRouteComponent(
      () => import("../../badges/recognition/comparison-page.tsx"),
      "ComparisonPage",
    ),
  }),
  createRoute({
    getParentRoute: () => region,
    path: "/$metaBadgeId",
    component: lazyRouteComponent(
      () => import("../../badges/framework/meta-badge-page.tsx"),
      "MetaBadgePage",
    ),
  }),
  createRoute({
    getParentRoute: () => region,
    path: "/$metaBadgeId/modifier",
    component: lazyRouteComponent(
      () => import("../../badges/framework/meta-badge-editor-pages.tsx"),
      "EditMetaBadgePage",
    ),
  }),
  createRoute({
    getParentRoute: () => region,
    path: "/$metaBadgeId/delivrer",
    component: lazyRouteComponent(() => import("../../badges/issuing/issue-meta-page.tsx"), "IssueMetaPage"),
  }),
]);
