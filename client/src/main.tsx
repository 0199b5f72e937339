import "@fontsource/atkinson-hyperlegible/latin-400.css";
import "@fontsource/atkinson-hyperlegible/latin-700.css";
import "./ui/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { followMissingPages } from "./app/missing-pages.ts";
import { router } from "./app/router.tsx";
import { loadWords } from "./app/translations.ts";
import { followColorScheme } from "./platform/color-scheme.ts";
import { whenSignedOut } from "./platform/fetch-signed-in.ts";
import { showFirstFault } from "./platform/first-fault.ts";
import { startI18n } from "./platform/i18n.ts";
import { keepFocus } from "./platform/keep-focus.ts";
import { queryClient } from "./platform/query-client.ts";
import { enterSession, sessionQuery, whenOtherTabChanges } from "./platform/session.ts";

async function leave(): Promise<void> {
  if (!queryClient.getQueryData(sessionQuery.queryKey)?.account) return;
  const { pathname, href } = router.state.location;
  // The page goes first: what it shows is about somebody who is no longer there.
  if (pathname !== "/connexion")
    await router.navigate({ to: "/connexion", search: { retour: href, fini: true } });
  enterSession(null);
}
whenSignedOut(leave);
whenOtherTabChanges((accountId, was) => {
  if (was === null) void queryClient.invalidateQueries(sessionQuery);
  else if (accountId === null) void leave();
  // What is on screen is about somebody else: the page opens again as the one who is signed in.
  else location.reload();
});

followColorScheme();
followMissingPages();
keepFocus();
showFirstFault();
void queryClient.prefetchQuery(sessionQuery);
await startI18n(loadWords);

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
