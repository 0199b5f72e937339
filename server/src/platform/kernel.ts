import type { Connection } from "mongoose";
import type { Logger } from "pino";
import type { Clock } from "./clock.ts";
import type { Delivery } from "./delivery/delivery.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { Settings } from "./settings.ts";

/** What every feature is given: the technical world, with nothing of the domain in it. */
export interface Kernel {
  settings: Settings;
  db: Connection;
  clock: Clock;
  newId(): string;
  log: Logger;
  mailer: Mailer;
  delivery: Delivery;
}
