import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { startEmbeddedMongo } from "../../../embedded-mongo/server.ts";
import { createDelivery } from "../delivery/delivery.ts";
import type { Kernel } from "../kernel.ts";
import { createLog } from "../log.ts";
import type { Mail } from "../mail/mailer.ts";
import { readSettings } from "../settings.ts";

/** The day tests begin, unless they say another. */
export const TEST_DAY = "2026-09-15";

export interface TestKernel extends Kernel {
  /** Mails sent so far, oldest first. */
  mails: Mail[];
  /** Moves the clock to ten in the morning of a day. */
  setToday(day: string): void;
  close(): Promise<void>;
}

/** A kernel on an embedded database of its own, with a clock that stands still and mails that stay here. */
export async function createTestKernel(): Promise<TestKernel> {
  const dir = await mkdtemp(join(tmpdir(), "acquis-test-"));
  const server = await startEmbeddedMongo({ dir: join(dir, "db") });
  const db = await mongoose.createConnection(server.uri, { dbName: "acquis" }).asPromise();
  const log = createLog("silent");
  const delivery = createDelivery(log);
  const mails: Mail[] = [];
  let today = TEST_DAY;
  let ids = 0;
  return {
    settings: readSettings({ DATA_DIR: dir, DEMO: "true", PUBLIC_URL: "https://acquis.test" }),
    db,
    clock: { now: () => new Date(`${today}T08:00:00Z`), today: () => today },
    newId: () => `id-${++ids}`,
    log,
    mailer: {
      async send(mail) {
        mails.push(mail);
      },
      kept: () => [],
    },
    delivery,
    mails,
    setToday(day) {
      today = day;
    },
    async close() {
      await delivery.stop();
      await db.close();
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
