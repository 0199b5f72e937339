import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchSignedIn, whenSignedOut } from "./fetch-signed-in.ts";

const refusal = (code: string) => Response.json({ code }, { status: 401 });
const request = () => new Request("http://acquis.example/api/v1/portfolio");

/** A server whose access token has expired until the refresh token is exchanged. */
function serve({ refreshes }: { refreshes: boolean }) {
  const state = { fresh: false, refreshed: 0, asked: 0 };
  vi.stubGlobal("fetch", async (input: Request | string) => {
    if (typeof input === "string") {
      state.refreshed += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      state.fresh = refreshes;
      return new Response(null, { status: refreshes ? 200 : 401 });
    }
    state.asked += 1;
    return state.fresh ? Response.json({ ok: true }) : refusal("session_expired");
  });
  vi.stubGlobal("navigator", {});
  return state;
}

afterEach(() => {
  vi.unstubAllGlobals();
  whenSignedOut(() => {});
});

describe("a request with an expired access token", () => {
  it("is sent once more after a refresh", async () => {
    const state = serve({ refreshes: true });
    const response = await fetchSignedIn(request());
    expect(response.status).toBe(200);
    expect(state).toMatchObject({ refreshed: 1, asked: 2 });
  });

  it("shares its refresh with those that wait: a token used twice would end the session", async () => {
    const state = serve({ refreshes: true });
    const all = await Promise.all([request(), request(), request()].map((one) => fetchSignedIn(one)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(state.refreshed).toBe(1);
  });

  it("tells that nobody is signed in when the refresh is refused, and does not insist", async () => {
    const state = serve({ refreshes: false });
    let told = 0;
    whenSignedOut(() => {
      told += 1;
    });
    expect((await fetchSignedIn(request())).status).toBe(401);
    expect({ ...state, told }).toMatchObject({ asked: 1, refreshed: 1, told: 1 });
  });

  it("ends no session when the server cannot refresh for now", async () => {
    let told = 0;
    whenSignedOut(() => {
      told += 1;
    });
    vi.stubGlobal("navigator", {});
    vi.stubGlobal("fetch", async (input: Request | string) =>
      typeof input === "string" ? new Response(null, { status: 502 }) : refusal("session_expired"),
    );
    await expect(fetchSignedIn(request())).rejects.toThrow(TypeError);
    expect(told).toBe(0);
  });

  it("leaves a wrong password alone", async () => {
    vi.stubGlobal("fetch", async () => refusal("wrong_credentials"));
    let told = 0;
    whenSignedOut(() => {
      told += 1;
    });
    expect((await fetchSignedIn(request())).status).toBe(401);
    expect(told).toBe(0);
  });
});
