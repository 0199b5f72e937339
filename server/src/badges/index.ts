import type { Kernel } from "../platform/kernel.ts";
import type { BadgesDeps } from "./badges-context.ts";

/** Badges: the framework of the Région, local badges and their recognition, issuing, and what people hold. */
export function createBadges(kernel: Kernel, deps: BadgesDeps) {
  void kernel;
  void deps;
  return {
    /** Skeleton: one router for each part of the contract comes with the part. */
    router: {} as never,
  };
}
export type Badges = ReturnType<typeof createBadges>;
