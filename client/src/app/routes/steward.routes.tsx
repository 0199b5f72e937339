import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withWords } from "../../platform/i18n.ts";
import { requireRole } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const steward = createRoute({
  getParentRoute: () => rootRoute,
  path: "/region",
  beforeLoad: requireRole("steward"),
});

export const stewardRoutes = steward.addChildren([
  createRoute({
    getParentRoute: () => steward,
    path: "/",
    loader: withWords("observatory"),
    component: lazyRouteComponent(() => import("../../observatory/steward-home-page.tsx"), "StewardHomePage"),
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
    loader: withWords("observatory"),
    component: lazyRouteComponent(() => import("../../observatory/advisor-home-page.tsx"), "AdvisorHomePage"),
  }),
]);
