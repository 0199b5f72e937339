// The product runs TypeScript through tsx (docs/decisions), which a thread of its own must register for itself.
import { register } from "tsx/esm/api";

register();
await import("./badge-worker.ts");
