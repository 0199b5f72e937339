import "./ui/theme.css";
import "./ui/mantine-styles.ts";
import "./ui/mantine-overrides.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { router } from "./app/router.tsx";
import { loadWords } from "./app/translations.ts";
import { whenSignedOut } from "./platform/fetch-signed-in.ts";
import { startI18n } from "./platform/i18n.ts";
import { queryClient } from "./platform/query-client.ts";
import { enterSession, sessionQuery } from "./platform/session.ts";

whenSignedOut(() => {
  if (!queryClient.getQueryData(sessionQuery.queryKey)?.account) return;
  enterSession(null);
  void router.invalidate();
});

void queryClient.prefetchQuery(sessionQuery);
await startI18n(loadWords);

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
