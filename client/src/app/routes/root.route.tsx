import { createRootRoute } from "@tanstack/react-router";
import { withWords } from "../../platform/i18n.ts";
import { queryClient } from "../../platform/query-client.ts";
import { sessionQuery } from "../../platform/session.ts";
import { ErrorPage } from "../error-page.tsx";
import { NotFoundPage } from "../not-found-page.tsx";
import { Shell } from "../shell/shell.tsx";
import { Splash } from "../shell/splash.tsx";

/** Every page: the session is read once, and a visitor may still read public pages when it cannot be. */
export const rootRoute = createRootRoute({
  beforeLoad: async () => {
    await queryClient.ensureQueryData(sessionQuery).catch(() => null);
  },
  loader: withWords("app", "ui", "platform"),
  component: Shell,
  pendingComponent: Splash,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
});
