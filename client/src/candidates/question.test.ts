import { describe, expect, it } from "vitest";
import { NO_FILTERS, type Question, questionFrom, readQuestionSearch, searchOf } from "./question.ts";

const TODAY = "2026-11-21";

const question: Question = {
  occupation: "J1501",
  essential: [
    { competencyId: "c-laver", level: 3 },
    { competencyId: "1234:5", level: 2, label: "Servir à table, avec soin" },
  ],
  useful: [{ competencyId: "c-noter", level: 1 }],
  neededBy: "2027-03-01",
  place: { insee: "76540", name: "Saint-Jean de la Rue" },
  filters: {
    maxDistanceKm: 30,
    contracts: ["permanent", "seasonal"],
    availability: "month1",
    occupations: ["J1501"],
    areas: ["200023414"],
    text: "ehpad rouen",
  },
  page: 3,
};

/** As the browser gives it back: values that look like numbers come as numbers. */
const throughTheAddress = (search: object) =>
  Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, /^\d+$/.test(String(value)) ? Number(value) : value]],
    ),
  );

describe("the address of a question", () => {
  it("says the whole question again", () => {
    const read = questionFrom(readQuestionSearch(throughTheAddress(searchOf(question))), TODAY);
    expect(read).toEqual(question);
  });

  it("keeps a label readable whatever it holds", () => {
    const odd = {
      ...question,
      essential: [{ competencyId: "a", level: 1 as const, label: "Un *beau* _titre_" }],
    };
    expect(questionFrom(searchOf(odd), TODAY).essential[0]?.label?.trim()).toBe("Un beau titre");
  });

  it("is empty before anything is asked, and the date is in three months", () => {
    const nothing = questionFrom({}, TODAY);
    expect(nothing).toMatchObject({ essential: [], neededBy: "2027-02-21", filters: NO_FILTERS, page: 1 });
    expect(throughTheAddress(searchOf(nothing))).toEqual({});
  });

  it("drops what is not ours, and refuses nothing", () => {
    const odd = readQuestionSearch({
      e: "c-a*9 <script>*2 c-b*2 c-b*3 c-c",
      u: "c-b*1 c-d*4",
      le: "tomorrow",
      lieu: "nowhere",
      km: 31,
      contrats: "permanent slavery",
      dispo: "never",
      page: -2,
      other: "x",
    });
    expect(odd).not.toHaveProperty("other");
    expect(questionFrom(odd, TODAY)).toMatchObject({
      essential: [{ competencyId: "c-b", level: 2 }],
      useful: [{ competencyId: "c-d", level: 4 }],
      neededBy: "2027-02-21",
      place: null,
      filters: { maxDistanceKm: null, contracts: ["permanent"], availability: null },
      page: 1,
    });
  });

  it("keeps at most six essential and eight useful competencies", () => {
    const many = Array.from({ length: 9 }, (_, index) => `e${index}*2`).join(" ");
    const read = questionFrom({ e: many, u: many.replaceAll("e", "u") }, TODAY);
    expect([read.essential.length, read.useful.length]).toEqual([6, 8]);
  });

  it("a date gone by becomes today", () => {
    expect(questionFrom({ le: "2020-01-01" }, TODAY).neededBy).toBe(TODAY);
  });
});
