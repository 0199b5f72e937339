import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withWords } from "../../platform/i18n.ts";
import { requireRole } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const trainee = createRoute({
  getParentRoute: () => rootRoute,
  path: "/stagiaire",
  beforeLoad: requireRole("trainee"),
});

export const traineeRoutes = trainee.addChildren([
  createRoute({
    getParentRoute: () => trainee,
    path: "/",
    loader: withWords("portfolio"),
    component: lazyRouteComponent(() => import("../../portfolio/trainee-home-page.tsx"), "TraineeHomePage"),
  }),
]);
