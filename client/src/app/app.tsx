import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Suspense } from "react";
import { queryClient } from "../platform/query-client.ts";
import { theme } from "../ui/theme.ts";
import { Toasts } from "../ui/toast.tsx";
import { router } from "./router.tsx";

const colorScheme = localStorageColorSchemeManager();

/** Everything that surrounds the pages. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <RouterProvider router={router} />
          <Toasts />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}
