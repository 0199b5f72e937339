import { DomainError } from "@acquis/shared/platform/errors.ts";
import { type Model, Schema } from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestKernel, type TestKernel } from "../testing/test-kernel.ts";
import { DocumentsRefused } from "./documents-refused.ts";
import { type IndexMarks, withIndexMarks } from "./index-marks.ts";
import { type IndexKeeper, keepIndex } from "./keep-index.ts";

interface Boat extends IndexMarks {
  name: string;
}

let kernel: TestKernel;
let boats: Model<Boat>;
let keeper: IndexKeeper;
/** What the engine holds, and how it takes what it is given. */
let held: Map<string, string>;
let calls: number;
let down: boolean;

beforeEach(async () => {
  kernel = await createTestKernel();
  const schema = new Schema<Boat>(
    { _id: String, name: String, revision: Number },
    { versionKey: false, minimize: false },
  );
  withIndexMarks(schema);
  boats = kernel.db.model<Boat>("Boat", schema);
  held = new Map();
  calls = 0;
  down = false;
  keeper = keepIndex<Boat, Boat>({
    index: "boats",
    kernel,
    model: boats,
    project(boat) {
      if (boat.name === "cannot be read") throw new Error("no projection");
      return boat.name === "hidden" ? null : boat;
    },
    engine: {
      async put(some) {
        calls++;
        if (down) throw new DomainError("search_unavailable", { retryAfterSeconds: 5 });
        if (some.some((one) => one.name === "breaks everything")) throw new TypeError("cannot write that");
        const refused = some.filter((one) => one.name === "refused");
        for (const one of some) if (!refused.includes(one)) held.set(one._id, one.name);
        if (refused.length > 0)
          throw new DocumentsRefused(refused.map((one) => ({ id: one._id, reason: "Invalid document" })));
      },
      async remove(ids) {
        for (const id of ids) held.delete(id);
      },
    },
  });
});
afterEach(async () => {
  await keeper.stop();
  await kernel.close();
});

async function write(id: string, name: string, revision = 1): Promise<void> {
  await boats.replaceOne({ _id: id }, { _id: id, name, revision, indexPending: true }, { upsert: true });
}
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 8_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("never happened");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("index kept equal to a collection", () => {
  it("puts what was written, removes what must not be found, and waits for nothing", async () => {
    await write("a", "Marie");
    await write("b", "hidden");
    held.set("b", "was there");
    await keeper.pass();
    expect([...held.keys()]).toEqual(["a"]);
    expect(await keeper.state()).toMatchObject({ index: "boats", behind: 0, refused: 0, failure: null });
  });

  it("sets aside what is refused, with its reason, lets the others through, and does not try it again", async () => {
    await write("a", "Marie");
    await write("bad", "refused");
    await write("worse", "breaks everything");
    await write("unread", "cannot be read");
    await write("z", "Jeanne");
    await keeper.pass();
    expect([...held.keys()].sort()).toEqual(["a", "z"]);
    const state = await keeper.state();
    expect(state).toMatchObject({ behind: 0, refused: 3, failure: null });
    expect(new Map(state.refusedDocuments.map((one) => [one.id, one.reason]))).toEqual(
      new Map([
        ["bad", "Invalid document"],
        ["worse", "cannot write that"],
        ["unread", "Error: no projection"],
      ]),
    );
    const before = calls;
    await keeper.pass();
    expect(calls).toBe(before);
  });

  it("tries again what was refused once it is written again", async () => {
    await write("bad", "refused");
    await keeper.pass();
    await write("bad", "Marie", 2);
    await keeper.pass();
    expect(held.get("bad")).toBe("Marie");
    expect(await keeper.state()).toMatchObject({ behind: 0, refused: 0, refusedDocuments: [] });
  });

  it("waits longer and longer while the engine is away, says since when, and catches up when it is back", async () => {
    down = true;
    await write("a", "Marie");
    keeper.start();
    await until(async () => (await keeper.state()).failingSince !== null);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(calls).toBeLessThan(5);
    expect(await keeper.state()).toMatchObject({ behind: 1, failure: "search_unavailable" });
    down = false;
    await until(() => held.has("a"));
    await until(async () => (await keeper.state()).failingSince === null);
    expect((await keeper.state()).lastSuccess).not.toBeNull();
  });

  it("keeps the mark of what was written again while it was pushed", async () => {
    await write("a", "Marie");
    const pushing = keeper.pass();
    await write("a", "Jeanne", 2);
    await pushing;
    await keeper.pass();
    expect(held.get("a")).toBe("Jeanne");
    expect(await keeper.behind()).toBe(0);
  });
});
