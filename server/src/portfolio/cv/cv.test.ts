import { dayInWords } from "@acquis/shared/platform/dates.ts";
import { anEvidence } from "@acquis/shared/portfolio/testing/builders.ts";
import { describe, expect, it } from "vitest";
import type { PortfolioDocument } from "../portfolio.store.ts";
import { fitCv } from "../print-cv.ts";
import { anAttestation, aPortfolio, aPromise, TODAY } from "../testing/builders.ts";
import { CV_LIMITS, type CvLimits, type CvSource, toCvContent } from "./cv-content.ts";
import { drawCv } from "./cv-pdf.ts";
import { Sheet } from "./cv-sheet.ts";
import { sayMonth } from "./cv-words.ts";

const [generous] = CV_LIMITS as [CvLimits];
const AT = new Date("2026-09-15T10:00:00Z");

function aSource(portfolio: Partial<PortfolioDocument>, given: Partial<CvSource> = {}): CvSource {
  return {
    portfolio: aPortfolio(portfolio),
    person: { firstName: "Zoë", lastName: "Łukasiewicz", email: "zoe@acquis.test" },
    competencies: new Map(),
    occupations: new Map(),
    today: TODAY,
    locale: "fr",
    ...given,
  };
}

const contentOf = (portfolio: Partial<PortfolioDocument>, given: Partial<CvSource> = {}) =>
  toCvContent(aSource(portfolio, given), generous);

describe("what a CV says", () => {
  it("tells who vouches and when: the strongest proof, and how many other people", () => {
    const evidence = [
      anAttestation({ id: "a", level: 2 }),
      anAttestation({
        id: "b",
        level: 4,
        observedOn: "2026-05-01",
        by: { id: "jean", name: "Jean Hébert", organisation: "Les Pommiers", organisationId: null },
      }),
    ];
    expect(contentOf({ evidence }).proven).toEqual([
      {
        label: "welding",
        level: 4,
        proof: "Attestée par Jean Hébert, Les Pommiers, le 1er mai 2026, et une autre personne",
      },
    ]);
    expect(contentOf({ evidence }, { locale: "en" }).proven[0]?.proof).toBe(
      "Attested by Jean Hébert, Les Pommiers, 1 May 2026, and one other person",
    );
  });

  it("names a badge and its issuer where a badge is the proof", () => {
    const evidence = [
      anAttestation({
        kind: "badge",
        by: { id: "issuer", name: "Une association", organisation: "Région", organisationId: null },
        badge: {
          id: "b1",
          name: "Accueil",
          metaBadge: { fr: "Communiquer", en: "Communicate" },
          expiresOn: null,
        },
      }),
    ];
    expect(contentOf({ evidence }).proven[0]?.proof).toBe(
      "Badge reconnu « Accueil », Une association, le 12 juin 2026",
    );
  });

  it("leaves out what was revoked, contested or withdrawn", () => {
    const withdrawal = { on: TODAY, by: "x", byName: "X", kind: "revoked" as const, reason: "" };
    const content = contentOf({
      evidence: [
        anAttestation({ withdrawal }),
        anAttestation({
          id: "b",
          competencyId: "drawing",
          answer: { answer: "contested", comment: "", on: TODAY },
        }),
        anEvidence({ id: "c", competencyId: "safety", withdrawal }),
      ],
    });
    expect([content.proven, content.acquired, content.upcoming]).toEqual([[], [], []]);
  });

  it("tells what is coming by month and training, above what is held already", () => {
    const content = contentOf({
      evidence: [
        anEvidence({ level: 2 }),
        aPromise({ level: 3 }),
        anEvidence({ id: "held", competencyId: "drawing", level: 4 }),
        aPromise({ id: "lower", competencyId: "drawing", level: 3 }),
        aPromise({ id: "past", competencyId: "safety" }, "2026-08-31"),
      ],
    });
    expect(content.upcoming).toEqual([
      { month: "2027-01", training: "Soudage", competencies: [{ label: "welding", level: 3 }] },
    ]);
  });

  it("counts what it has no room for", () => {
    const evidence = Array.from({ length: 40 }, (_, index) =>
      anEvidence({ id: `e${index}`, competencyId: `c${index}` }),
    );
    const content = contentOf({ evidence });
    expect([content.acquired.length, content.counts.acquired]).toEqual([24, 40]);
  });

  it("says dates as each language writes them", () => {
    expect([dayInWords("2027-02-01", "fr"), dayInWords("2027-02-01", "en")]).toEqual([
      "1er février 2027",
      "1 February 2027",
    ]);
    expect(sayMonth("2026-12", "fr")).toBe("décembre\u00a02026");
  });
});

describe("the page", () => {
  const sheet = () => new Sheet({ title: "t", author: "a", lang: "fr", createdAt: AT });
  const style = { size: 10, color: "#000000" };

  it("holds every line within its width, however long a word", () => {
    const page = sheet();
    const lines = page.wrap(`Court ${"Donaudampfschifffahrt".repeat(12)} fin, ŁÓDŹ-Bałuty`, style, 120);
    expect(lines.length).toBeGreaterThan(5);
    expect(Math.max(...lines.map((line) => page.widthOf(line, style)))).toBeLessThanOrEqual(120);
    expect(lines.join("")).toContain("Bałuty");
  });

  it("breaks after hyphens and at line ends, and keeps what no break may part", () => {
    expect(sheet().wrap("porte-à-porte\ndeux", style, 40)).toEqual(["porte-à-", "porte", "deux"]);
    expect(sheet().wrap("juin\u00a02026 suite", style, 50)).toEqual(["juin\u00a02026", "suite"]);
  });

  it("is a tagged PDF in the language asked, with its typeface inside", async () => {
    const { pdf } = await drawCv(contentOf({ evidence: [anEvidence()] }), AT);
    const text = pdf.toString("latin1");
    expect(text).toContain("/Marked true");
    expect(text).toContain("/Lang (fr)");
    expect(text).toContain("AtkinsonHyperlegible-Bold");
  });

  it("stays within two pages, whatever the portfolio", async () => {
    const evidence = Array.from({ length: 240 }, (_, index) => {
      const one = { id: `e${index}`, competencyId: `${index} `.padEnd(100, "mot ") };
      return [anAttestation, anEvidence, aPromise][index % 3]?.(one) ?? anEvidence(one);
    });
    const experiences = Array.from({ length: 30 }, (_, index) => ({
      id: `x${index}`,
      kind: "work" as const,
      title: "Titre ".repeat(20),
      organisation: "Organisme ".repeat(10),
      startsOn: "2020-01",
      endsOn: null,
      description: "Description ".repeat(150),
    }));
    const pdf = await fitCv(aSource({ evidence, experiences }), AT);
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
  });
});
