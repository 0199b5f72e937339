import { type Request, type Response, Router } from "express";
import type { BadgesContext } from "../badges-context.ts";
import type { PublicAnswer } from "./answer.ts";
import { answerAddress } from "./answer-address.ts";
import { badgePage, readClientPage } from "./badge-page.ts";

/** Addresses that are also pages for people; a credential's forms have a dot, an achievement's version too. */
const PAGES = /^(credentials\/[^/.]+|achievements\/[^/]+)$/;
const MACHINES = ["application/vc+ld+json", "application/ld+json", "application/json", "text/html"];
const JSON_TYPES = /^application\/(vc\+ld\+json|ld\+json|json)$/;

const wantsPage = (request: Request) => request.accepts(MACHINES) === "text/html";

/** Whoever asks for another JSON type by its name gets it: older readers know only application/json. */
function typeFor(request: Request, { type }: PublicAnswer): string {
  if (!JSON_TYPES.test(type)) return type;
  const asked = request.accepts([type, ...MACHINES.slice(0, 3)]);
  return typeof asked === "string" ? asked : type;
}

function pathOf(request: Request): string {
  try {
    return decodeURI(request.path.slice(1));
  } catch {
    return "";
  }
}

function send(request: Request, response: Response, answer: PublicAnswer): void {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  response.setHeader("Vary", "Accept");
  response.setHeader(
    "Cache-Control",
    answer.keepSeconds ? `public, max-age=${answer.keepSeconds}` : "no-store",
  );
  // An image that somebody sent may hold anything: opened by itself, it is shut in.
  if (answer.type === "image/svg+xml")
    response.setHeader(
      "Content-Security-Policy",
      "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    );
  if (answer.status === 503) response.setHeader("Retry-After", "2");
  response
    .status(answer.status)
    .type(typeFor(request, answer))
    .send(typeof answer.body === "string" ? answer.body : Buffer.from(answer.body));
}

/** What the world may fetch under `/badges`: JSON and images for machines, a page for people at the same address. */
export function publicBadgesRouter(context: BadgesContext, clientDir: string): Router {
  const router = Router();
  let index: string | null | undefined;
  router.options("/{*path}", (_request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
    response.setHeader("Access-Control-Allow-Headers", "Accept");
    response.setHeader("Access-Control-Max-Age", "86400");
    response.status(204).end();
  });
  router.get("/{*path}", async (request, response, next) => {
    const path = pathOf(request);
    if (PAGES.test(path) && wantsPage(request)) {
      index ??= readClientPage(clientDir);
      const [what, id = ""] = path.split("/");
      const page = index && what === "credentials" ? await badgePage(context, id, index) : null;
      // Other addresses of people, and badges that are not: the client says so itself.
      if (!page) return next();
      response.setHeader("Vary", "Accept");
      response.setHeader("Cache-Control", "no-cache");
      return void response.type("html").send(page);
    }
    const answer = await answerAddress(context, path);
    if (answer) return send(request, response, answer);
    if (wantsPage(request)) return next();
    return void response.status(404).json({ code: "not_found" });
  });
  return router;
}
