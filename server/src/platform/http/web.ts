import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { errorStatus } from "@acquis/shared/platform/errors.ts";
import { OpenAPIGenerator } from "@orpc/openapi";
import { OpenAPIHandler } from "@orpc/openapi/node";
import type { AnyRouter } from "@orpc/server";
import { BodyLimitPlugin } from "@orpc/server/node";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import compression from "compression";
import { parseCookie, stringifySetCookie } from "cookie";
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from "express";
import helmet from "helmet";
import type { Logger } from "pino";
import type { Settings } from "../settings.ts";
import type { RequestContext } from "./api.ts";
import { toApiError } from "./api-errors.ts";
import { serveClient } from "./client-files.ts";
import { limitRequests } from "./limits.ts";

export interface WebOptions {
  settings: Settings;
  log: Logger;
  newId(): string;
  router: AnyRouter;
  contract: object;
  identify(accessToken: string | undefined): ReturnType<RequestContext["identify"]>;
  accessCookie: string;
  /** Facts for /health: anything that is behind or down. */
  health(): Promise<Record<string, unknown>>;
  clientDir: string;
  /** Public resources of features, outside the API: the first part of their path, and who answers. */
  resources?: { path: string; router: Router }[];
}

/** A request on its way; `read` once its body was understood, whatever is thought of it. */
interface Call extends RequestContext {
  read: boolean;
}

const MAX_UPLOAD = 4 * 1024 * 1024;

function problem(response: Response, code: keyof typeof errorStatus, data: object = {}): void {
  const status = errorStatus[code];
  response.status(status).json({ defined: false, code, status, message: code, data });
}

/** A browser page of another site may not act with our cookies, whatever SameSite does. */
function isCrossSite(request: Request, settings: Settings): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  if (origin === new URL(settings.publicUrl).origin) return false;
  // A page shut in a sandbox says `null`: it is nobody's, so not ours.
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.host;
}

/** On one machine bytes cost nothing and compressing them does; through a proxy somebody's data plan pays. */
function isFar(request: Request): boolean {
  return (
    request.headers["x-forwarded-for"] !== undefined ||
    !/^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? "")
  );
}

/** The HTTP edge: security headers, limits, the API under /api/v1, its OpenAPI document, and the built client. */
export function createWeb(options: WebOptions) {
  const { settings, log, newId } = options;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustProxy);
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          // Mantine writes its variables in a style element; scripts stay strict.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", "data:", "blob:"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          upgradeInsecureRequests: settings.publicUrl.startsWith("https:") ? [] : null,
        },
      },
      strictTransportSecurity: settings.publicUrl.startsWith("https:"),
    }),
  );

  app.get("/health", async (_request, response) => {
    try {
      response.json({ status: "ok", ...(await options.health()) });
    } catch (error) {
      log.error({ err: error }, "unhealthy");
      response.status(503).json({ status: "down" });
    }
  });

  const compress = compression();
  app.use("/api/v1", (request, response, next) =>
    isFar(request) ? compress(request, response, next) : next(),
  );
  app.use("/api/v1", (request, response, next) => {
    if (isCrossSite(request, settings)) return problem(response, "cross_site_request");
    response.setHeader("Cache-Control", "no-store");
    // An answer is data, never a page: a picture that somebody sent runs nothing, even opened by itself.
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    next();
  });
  limitRequests(app, settings.demo, (response) => problem(response, "too_many_requests"));

  let document: Promise<unknown> | null = null;
  app.get("/api/v1/openapi.json", async (_request, response) => {
    document ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(
      options.contract as never,
      {
        info: { title: "Acquis", version: "1" },
        servers: [{ url: `${settings.publicUrl}/api/v1` }],
      },
    );
    response.json(await document);
  });

  const handler = new OpenAPIHandler(options.router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: MAX_UPLOAD })],
    interceptors: [
      async ({ next, context }) => {
        const call = context as Call;
        try {
          const result = await next();
          return result.matched ? { ...result, response: neverInline(result.response) } : result;
        } catch (error) {
          const answered = toApiError(error, log, newId, call.read);
          const seconds = answered.data.retryAfterSeconds;
          if (typeof seconds === "number") call.retryAfter(seconds);
          throw answered;
        }
      },
    ],
    clientInterceptors: [
      ({ next, context }) => {
        (context as Call).read = true;
        return next();
      },
    ],
  });
  app.use("/api/v1", async (request, response) => {
    const cookies = parseCookie(request.headers.cookie ?? "");
    const context: Call = {
      read: false,
      identify: () => options.identify(cookies[options.accessCookie]),
      cookie: (name) => cookies[name],
      retryAfter: (seconds) => response.setHeader("Retry-After", seconds),
      setCookie(name, value, { maxAgeSeconds, path }) {
        response.append(
          "Set-Cookie",
          stringifySetCookie({
            name,
            value,
            httpOnly: true,
            sameSite: "lax",
            secure: settings.publicUrl.startsWith("https:"),
            path,
            maxAge: maxAgeSeconds,
          }),
        );
      },
    };
    request.url = request.originalUrl;
    const { matched } = await handler.handle(request, response, { prefix: "/api/v1", context });
    if (!matched) problem(response, "not_found");
  });

  app.use(compress);
  for (const { path, router } of options.resources ?? []) app.use(path, router);
  if (existsSync(join(options.clientDir, "index.html"))) app.use(serveClient(options.clientDir));

  const onError: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error?.type === "entity.parse.failed") return problem(response, "broken_json");
    if (error?.type === "entity.too.large") return problem(response, "body_too_large");
    if (error?.status === 404) return problem(response, "not_found");
    if (typeof error?.status === "number" && error.status >= 400 && error.status < 500)
      return problem(response, "invalid_input");
    const logId = newId();
    log.error({ err: error, logId }, "unexpected error");
    problem(response, "internal", { logId });
  };
  app.use(onError);
  return createServer(app);
}

/** An SVG is a program as much as a picture: opened by its address it is a download, whoever sent it; `<img>` minds not. */
function neverInline<Answer extends { headers: Record<string, unknown>; body: unknown }>(
  answer: Answer,
): Answer {
  const { body, headers } = answer;
  if (!(body instanceof File) || body.type !== "image/svg+xml") return answer;
  const disposition = `attachment; filename*=utf-8''${encodeURIComponent(body.name)}`;
  return { ...answer, headers: { ...headers, "content-disposition": disposition } };
}
