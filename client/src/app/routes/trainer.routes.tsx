import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withWords } from "../../platform/i18n.ts";
import { requireRole } from "../guards.ts";
import { rootRoute } from "./root.route.tsx";

const trainer = createRoute({
  getParentRoute: () => rootRoute,
  path: "/formateur",
  beforeLoad: requireRole("trainer"),
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
]);

const provider = createRoute({
  getParentRoute: () => rootRoute,
  path: "/organisme",
  beforeLoad: requireRole("providerAdmin"),
});

export const providerRoutes = provider.addChildren([
  createRoute({
    getParentRoute: () => provider,
    path: "/",
    loader: withWords("training"),
    component: lazyRouteComponent(() => import("../../training/provider-home-page.tsx"), "ProviderHomePage"),
  }),
]);
