import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { problemOf } from "../platform/problem.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Page } from "../ui/page.tsx";
import { reloadIfServed } from "./missing-pages.ts";

/** What a page shows when it could not be made: the sentence, and a way to try again. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <Page>
      <ErrorState
        error={error}
        onRetry={() => {
          // What could not be fetched is not asked for again by the same page.
          if (problemOf(error).code === "unreachable") return void reloadIfServed();
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}
