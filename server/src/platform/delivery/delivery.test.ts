import { type Model, Schema } from "mongoose";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Aggregate, changeAggregate, insertAggregate } from "../database/aggregate.ts";
import { createTestKernel, type TestKernel } from "../testing/test-kernel.ts";
import { createDelivery, type Delivery, type DomainEvent } from "./delivery.ts";

interface Thing extends Aggregate {
  name: string;
}

let kernel: TestKernel;
let things: Model<Thing>;
let delivery: Delivery;
let serial = 0;

beforeAll(async () => {
  kernel = await createTestKernel();
  const schema = new Schema<Thing>(
    { _id: String, name: String, revision: Number, pendingEvents: [Object], deliverAt: Date },
    { versionKey: false },
  );
  schema.index({ deliverAt: 1 }, { sparse: true });
  things = kernel.db.model<Thing>("thing", schema, "things");
  await things.init();
});
afterAll(() => kernel.close());
beforeEach(async () => {
  await things.deleteMany({});
  delivery = createDelivery(pino({ level: "silent" }));
  delivery.watch(things as never);
});

const event = (type: string, id = `e${++serial}`): DomainEvent => ({ id, type, data: {}, at: new Date(0) });
const aThing = (id: string, events: DomainEvent[] = []) =>
  insertAggregate<Thing>(things, { _id: id, name: "new" }, events);

describe("the outbox", () => {
  it("hands each event to every handler of its type, then forgets it", async () => {
    const seen: string[] = [];
    delivery.on("made", async (one, source) => void seen.push(`a ${one.id} ${source.id}`));
    delivery.on("made", async (one, source) => void seen.push(`b ${one.id} ${source.id}`));
    await aThing("t1", [event("made", "x"), event("nobody-listens", "y")]);
    await delivery.drain();
    expect(seen).toEqual(["a x t1", "b x t1"]);
    expect(await things.findById("t1").lean()).toMatchObject({ pendingEvents: [] });
    expect(await things.countDocuments({ deliverAt: { $exists: true } })).toBe(0);
  });

  it("keeps an event whose handler failed, and lets the others pass", async () => {
    const seen: string[] = [];
    let broken = true;
    delivery.on("made", async (one) => {
      if (broken && one.id === "bad") throw new Error("not now");
      seen.push(one.id);
    });
    await aThing("t1", [event("made", "bad"), event("made", "good")]);
    await aThing("t2", [event("made", "other")]);
    await delivery.drain();
    expect(seen.sort()).toEqual(["good", "other"]);
    expect((await things.findById("t1").lean())?.pendingEvents.map((one) => one.id)).toEqual(["bad"]);

    broken = false;
    await things.collection.updateOne({ _id: "t1" as never }, { $set: { deliverAt: new Date(0) } });
    await delivery.drain();
    expect(seen).toContain("bad");
    expect((await things.findById("t1").lean())?.pendingEvents).toEqual([]);
  });

  it("what is written while another event fails is due at once, not when the failure is tried again", async () => {
    let written = false;
    delivery.on("failing", async () => {
      if (!written)
        await changeAggregate(things, "t1", (current) => ({ next: current, events: [event("made", "new")] }));
      written = true;
      throw new Error("not now");
    });
    await aThing("t1", [{ ...event("failing"), at: new Date() }]);
    await delivery.drain();
    const left = await things.findById("t1").lean();
    expect(left?.pendingEvents.map((one) => one.id)).not.toContain("new");
  });

  it("an event delivered while the document is being written is not delivered again", async () => {
    const seen: string[] = [];
    delivery.on("made", async (one) => void seen.push(one.id));
    await aThing("t1", [event("made", "once")]);
    const replace = things.replaceOne.bind(things);
    const late = Object.assign(Object.create(things), {
      async replaceOne(...given: Parameters<typeof things.replaceOne>) {
        await delivery.drain();
        return replace(...given);
      },
    }) as typeof things;
    await changeAggregate(late, "t1", (current) => ({ next: { ...current, name: "written" } }));
    await things.collection.updateMany({}, { $set: { deliverAt: new Date(0) } });
    await delivery.drain();
    expect(seen).toEqual(["once"]);
    expect(await things.findById("t1").lean()).toMatchObject({ name: "written", pendingEvents: [] });
  });

  it("an event added while others are handled is not lost", async () => {
    const seen: string[] = [];
    delivery.on("made", async (one) => {
      seen.push(one.id);
      if (one.id === "first")
        await changeAggregate(things, "t1", (current) => ({
          next: current,
          events: [event("made", "second")],
        }));
    });
    await aThing("t1", [event("made", "first")]);
    await delivery.drain();
    await delivery.drain();
    expect(seen).toContain("second");
    expect((await things.findById("t1").lean())?.pendingEvents).toEqual([]);
  });
});

describe("aggregates", () => {
  it("two writers at once both count", async () => {
    await aThing("t1");
    await Promise.all(
      Array.from({ length: 8 }, () =>
        changeAggregate(things, "t1", (current) => ({ next: { ...current, name: `${current.name}+` } })),
      ),
    );
    expect(await things.findById("t1").lean()).toMatchObject({ name: "new++++++++", revision: 9 });
  });

  it("nothing to change writes nothing", async () => {
    await aThing("t1");
    await changeAggregate(things, "t1", () => null);
    expect((await things.findById("t1").lean())?.revision).toBe(1);
  });

  it("the same id inserted twice is there once", async () => {
    expect([await aThing("t1"), await aThing("t1")]).toEqual([true, false]);
  });

  it("refuses what is not there", async () => {
    await expect(changeAggregate(things, "none", () => null)).rejects.toMatchObject({ code: "not_found" });
  });

  it("gives each collection its turn: a crowd in one does not hold up the other", async () => {
    const others = kernel.db.model<Thing>("otherThing", things.schema, "otherThings");
    delivery.watch(others as never);
    const seen: string[] = [];
    delivery.on("crowd", async (_event, source) => void seen.push(source.id));
    delivery.on("mail", async (_event, source) => void seen.push(source.id));
    for (let index = 0; index < 30; index += 1) await aThing(`crowd-${index}`, [event("crowd")]);
    await insertAggregate<Thing>(others, { _id: "mail", name: "new" }, [event("mail")]);
    await delivery.drain();
    expect(seen).toHaveLength(31);
    expect(seen.indexOf("mail")).toBeLessThan(20);
  });
});
