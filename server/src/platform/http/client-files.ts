import { join } from "node:path";
import express, { Router } from "express";

const A_YEAR = 365 * 24 * 3600 * 1000;

/** The built client: hashed assets for ever, the page itself never cached, and every other address is the page. */
export function serveClient(clientDir: string): Router {
  const router = Router();
  router.use(
    "/assets",
    express.static(join(clientDir, "assets"), { immutable: true, maxAge: A_YEAR, fallthrough: false }),
  );
  router.use(express.static(clientDir, { index: false, maxAge: 0 }));
  router.get("/{*path}", (request, response, next) => {
    if (!request.accepts("html")) return next();
    response.setHeader("Cache-Control", "no-cache");
    response.sendFile(join(clientDir, "index.html"));
  });
  return router;
}
