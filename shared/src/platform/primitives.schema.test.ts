import { describe, expect, it } from "vitest";
import { daySchema, givenDaySchema, lineSchema, textSchema, wordsTypedSchema } from "./primitives.schema.ts";

const line = lineSchema(120);
const text = textSchema(120);
const ruleOf = (result: { error?: { issues: { message: string }[] } }) => result.error?.issues[0]?.message;

describe("a line of text", () => {
  it("keeps what people write in any script, HTML and emoji included, trimmed", () => {
    for (const written of ["Zoé N'Diaye-Łuk", "<b>gras</b>", "محمد", "👩‍🚒 pompière", "?"])
      expect(line.parse(`  ${written} `)).toBe(written);
  });

  it.each(["a\u0000b", "a\nb", "a\u0085b", "a\u2028b", "a\u2029b"])(
    "refuses a control character: %j",
    (bad) => {
      expect(ruleOf(line.safeParse(bad))).toBe("control_characters");
    },
  );

  it("refuses half of a character, which no database keeps as it is", () => {
    expect(ruleOf(line.safeParse("a\ud800b"))).toBe("control_characters");
    expect(ruleOf(text.safeParse("a\udc00"))).toBe("control_characters");
  });

  it("drops the marks that would turn the sentence around it", () => {
    expect(line.parse("\u202EexE.fdp\u202C")).toBe("exE.fdp");
    expect(text.parse("\u2066a\u2069")).toBe("a");
  });

  it.each(["", "   ", "\u200b\u200b", "\u202E"])("refuses what nobody can read: %j", (bad) => {
    expect(line.safeParse(bad).success).toBe(false);
  });
});

describe("a paragraph", () => {
  it("keeps line breaks and may be empty", () => {
    expect(text.parse("a\nb\tc")).toBe("a\nb\tc");
    expect(text.parse("")).toBe("");
  });
});

describe("words typed into a search box", () => {
  it("are never refused for a character that no text holds", () => {
    expect(wordsTypedSchema(20).parse("a\u0000\ud800b\n")).toBe("a b");
  });
});

describe("a day", () => {
  it("that somebody gives lies between 1900 and 2199: a year further off is a slip of the finger", () => {
    for (const day of ["1900-01-01", "2027-02-28", "2199-12-31"]) expect(givenDaySchema.parse(day)).toBe(day);
    for (const day of ["1899-12-31", "2200-01-01", "9999-12-31", "2027-02-29"])
      expect(givenDaySchema.safeParse(day).success).toBe(false);
  });

  it("that we tell is any day of the calendar: a badge of elsewhere may end in 9999", () => {
    expect(daySchema.parse("9999-12-31")).toBe("9999-12-31");
    expect(daySchema.safeParse("2027-02-29").success).toBe(false);
  });
});
