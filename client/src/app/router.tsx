import { createRouter } from "@tanstack/react-router";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { ErrorPage } from "./error-page.tsx";
import { regionBadgesRoutes, structureBadgesRoutes } from "./routes/badges.routes.tsx";
import { employerRoutes } from "./routes/employer.routes.tsx";
import { publicRoutes } from "./routes/public.routes.tsx";
import { rootRoute } from "./routes/root.route.tsx";
import { advisorRoutes, stewardRoutes } from "./routes/steward.routes.tsx";
import { traineeRoutes } from "./routes/trainee.routes.tsx";
import { providerRoutes, trainerRoutes } from "./routes/trainer.routes.tsx";

const routeTree = rootRoute.addChildren([
  ...publicRoutes,
  traineeRoutes,
  trainerRoutes,
  providerRoutes,
  employerRoutes,
  advisorRoutes,
  stewardRoutes,
  structureBadgesRoutes,
  regionBadgesRoutes,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 300,
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
