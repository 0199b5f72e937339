import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Suspense } from "react";
import { queryClient } from "../platform/query-client.ts";
import { Toasts } from "../ui/toast.tsx";
import { router } from "./router.tsx";

/** Everything that surrounds the pages. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense>
        <RouterProvider router={router} />
        <Toasts />
      </Suspense>
    </QueryClientProvider>
  );
}
