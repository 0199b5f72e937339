import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withWords } from "../../platform/i18n.ts";
import { requireRole } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const employer = createRoute({
  getParentRoute: () => rootRoute,
  path: "/employeur",
  beforeLoad: requireRole("employer"),
});

export const employerRoutes = employer.addChildren([
  createRoute({
    getParentRoute: () => employer,
    path: "/",
    loader: withWords("candidates"),
    component: lazyRouteComponent(
      () => import("../../candidates/employer-home-page.tsx"),
      "EmployerHomePage",
    ),
  }),
]);
