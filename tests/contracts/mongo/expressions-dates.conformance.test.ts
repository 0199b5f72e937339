import { Int32, Long, ObjectId, Timestamp } from "mongodb";
import { test } from "vitest";
import { type Case, computes } from "./expressions.ts";
import { refused, unlessEmbedded } from "./outcomes.ts";
import { conformance } from "./servers.ts";

const moment = new Date("2026-03-05T14:07:09.123Z");

conformance("expressions on dates", (server) => {
  test("dates, in any time zone", async () => {
    const cases: Case[] = [
      [{ $year: moment }, new Int32(2026)],
      [{ $month: moment }, new Int32(3)],
      [{ $dayOfMonth: moment }, new Int32(5)],
      [{ $hour: moment }, new Int32(14)],
      [{ $minute: moment }, new Int32(7)],
      [{ $second: moment }, new Int32(9)],
      [{ $millisecond: moment }, new Int32(123)],
      [{ $dayOfWeek: moment }, new Int32(5)],
      [{ $dayOfYear: moment }, new Int32(64)],
      [{ $week: moment }, new Int32(9)],
      [{ $isoWeek: moment }, new Int32(10)],
      [{ $isoWeekYear: moment }, Long.fromNumber(2026)],
      [{ $isoDayOfWeek: moment }, new Int32(4)],
      [{ $year: null }, null],
      [{ $year: "a" }, refused(16006)],
      [{ $hour: { date: moment, timezone: "Europe/Paris" } }, new Int32(15)],
      [{ $hour: { date: moment, timezone: "+02:30" } }, new Int32(16)],
      [{ $hour: { date: moment, timezone: "Nope/X" } }, refused(40485)],
      [{ $year: "$x" }, null],
      [{ $dateToString: { date: moment } }, "2026-03-05T14:07:09.123Z"],
      [
        { $dateToString: { date: moment, format: "%Y/%m/%d %H:%M:%S.%L %j %u %U %V %G %w %z %Z %%" } },
        unlessEmbedded(server, "2026/03/05 14:07:09.123 064 4 09 10 2026 5 +0000 0 %", 238),
      ],
      [
        { $dateToString: { date: moment, format: "%Y/%m/%d %H:%M:%S.%L %j %u %V %b %B" } },
        "2026/03/05 14:07:09.123 064 4 10 Mar March",
      ],
      [
        { $dateToString: { date: moment, format: "%Y-%m-%dT%H:%M", timezone: "America/New_York" } },
        "2026-03-05T09:07",
      ],
      [{ $dateToString: { date: null, onNull: "n" } }, "n"],
      [{ $dateToString: { date: "$x" } }, null],
      [{ $dateToString: { date: moment, format: "%Q" } }, refused(18536)],
      [{ $dateToString: { date: "a" } }, refused(16006)],
      [{ $dateToString: { date: moment, timezone: "+01:00" } }, "2026-03-05T15:07:09.123"],
      [{ $dateTrunc: { date: moment, unit: "day" } }, new Date("2026-03-05")],
      [{ $dateTrunc: { date: moment, unit: "month" } }, new Date("2026-03-01")],
      [{ $dateTrunc: { date: moment, unit: "week" } }, new Date("2026-03-01")],
      [{ $dateTrunc: { date: moment, unit: "week", startOfWeek: "monday" } }, new Date("2026-03-02")],
      [{ $dateTrunc: { date: moment, unit: "hour", binSize: 6 } }, new Date("2026-03-05T12:00Z")],
      [{ $dateTrunc: { date: moment, unit: "quarter" } }, new Date("2026-01-01")],
      [{ $dateTrunc: { date: moment, unit: "nope" } }, refused()],
      [{ $dateTrunc: { date: null, unit: "day" } }, null],
      [
        { $dateTrunc: { date: moment, unit: "day", timezone: "America/New_York" } },
        new Date("2026-03-05T05:00Z"),
      ],
      [
        { $dateDiff: { startDate: new Date("2026-01-01"), endDate: moment, unit: "day" } },
        Long.fromNumber(63),
      ],
      [
        { $dateDiff: { startDate: new Date("2025-12-31"), endDate: moment, unit: "year" } },
        Long.fromNumber(1),
      ],
      [
        { $dateDiff: { startDate: new Date("2025-12-31"), endDate: moment, unit: "month" } },
        Long.fromNumber(3),
      ],
      [
        { $dateDiff: { startDate: moment, endDate: new Date("2026-03-05T14:07:10Z"), unit: "second" } },
        Long.fromNumber(1),
      ],
      [{ $dateDiff: { startDate: null, endDate: moment, unit: "day" } }, null],
      [{ $dateAdd: { startDate: moment, unit: "month", amount: 1 } }, new Date("2026-04-05T14:07:09.123Z")],
      [{ $dateAdd: { startDate: new Date("2026-01-31"), unit: "month", amount: 1 } }, new Date("2026-02-28")],
      [
        { $dateSubtract: { startDate: moment, unit: "day", amount: 1 } },
        new Date("2026-03-04T14:07:09.123Z"),
      ],
      [{ $dateAdd: { startDate: null, unit: "day", amount: 1 } }, null],
      [
        {
          $dateAdd: {
            startDate: new Date("2026-03-28T12:00Z"),
            unit: "day",
            amount: 1,
            timezone: "Europe/Paris",
          },
        },
        new Date("2026-03-29T11:00Z"),
      ],
      [{ $dateFromString: { dateString: "2026-03-05" } }, new Date("2026-03-05")],
      [{ $dateFromString: { dateString: "05/03/2026", format: "%d/%m/%Y" } }, new Date("2026-03-05")],
      [{ $dateFromString: { dateString: "x" } }, refused(241)],
      [{ $dateFromString: { dateString: "x", onError: 1 } }, new Int32(1)],
      [{ $dateFromString: { dateString: null, onNull: 2 } }, new Int32(2)],
      [
        { $dateFromString: { dateString: "2026-03-05T10:00:00", timezone: "Europe/Paris" } },
        new Date("2026-03-05T09:00Z"),
      ],
      [
        { $dateToParts: { date: moment } },
        {
          year: new Int32(2026),
          month: new Int32(3),
          day: new Int32(5),
          hour: new Int32(14),
          minute: new Int32(7),
          second: new Int32(9),
          millisecond: new Int32(123),
        },
      ],
      [{ $dateFromParts: { year: 2026, month: 3, day: 5 } }, new Date("2026-03-05")],
      [{ $dateFromParts: { year: 2026, month: 14 } }, new Date("2027-02-01")],
      [{ $dateFromParts: { isoWeekYear: 2026, isoWeek: 10, isoDayOfWeek: 4 } }, new Date("2026-03-05")],
      [{ $tsSecond: new Timestamp({ t: 5, i: 1 }) }, Long.fromNumber(5)],
      [{ $tsIncrement: new Timestamp({ t: 5, i: 1 }) }, Long.fromNumber(1)],
      [{ $year: new ObjectId("000000050000000000000000") }, new Int32(1970)],
      [{ $dayOfWeek: new Timestamp({ t: 5, i: 1 }) }, new Int32(5)],
      [{ $binarySize: "abc" }, new Int32(3)],
    ];
    await computes(server, cases);
  });
});
