import { type Contract, contract } from "@acquis/shared/contract.ts";
import { createORPCClient, ORPCError } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import { OpenAPILink } from "@orpc/openapi-client/fetch";

export interface ApiClient {
  api: ContractRouterClient<Contract>;
  /** Plain requests with the same cookies, for what a typed client cannot say wrong. */
  raw(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RawAnswer>;
  cookies: Map<string, string>;
}

interface RawAnswer {
  status: number;
  body: { code?: string; data?: { field?: string; [key: string]: unknown } };
  headers: Headers;
}

/** A client with its own cookie jar: one person on one device. */
export function connect(url: string): ApiClient {
  const cookies = new Map<string, string>();

  async function send(request: Request): Promise<Response> {
    if (cookies.size > 0)
      request.headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(request);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const value = pair.slice(at + 1);
      if (value === "") cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), value);
    }
    return response;
  }

  return {
    cookies,
    api: createORPCClient(
      new OpenAPILink(contract, { url: `${url}/api/v1`, fetch: (request) => send(request) }),
    ),
    async raw(method, path, body, headers = {}) {
      const response = await send(
        new Request(`${url}${path}`, {
          method,
          headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
          ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      let parsed: RawAnswer["body"] = {};
      try {
        parsed = JSON.parse(text);
      } catch {
        parsed = { code: text.slice(0, 80) };
      }
      return { status: response.status, body: parsed, headers: response.headers };
    },
  };
}

/** The refusal a call ends in: its code, status and field. Fails when it was not refused. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; status: number; field: string | undefined }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    const data = error.data as { field?: string } | undefined;
    return { code: error.code, status: error.status, field: data?.field };
  }
  throw new Error("the call was not refused");
}
