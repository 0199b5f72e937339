import i18next from "i18next";
import { renderToString } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { countMarks, MARK_KINDS, Mark, type MarkItem, MarkRow } from "./mark.tsx";
import en from "./ui.en.ts";
import fr from "./ui.fr.ts";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "fr",
    resources: { fr: { ui: fr }, en: { ui: en } },
    interpolation: { escapeValue: false },
  });
});

const draw = (element: React.ReactNode) =>
  renderToString(<I18nextProvider i18n={i18next}>{element}</I18nextProvider>).replaceAll("&#x27;", "'");

const row: MarkItem[] = [
  { kind: "proven", label: "Souder" },
  { kind: "upcoming", label: "Lire un plan", month: "2027-01" },
  { kind: "upcoming", label: "Contrôler", month: "2027-03" },
  { kind: "missing", label: "Conduire" },
];

describe("the five marks", () => {
  it("have five different shapes, without counting on colour", () => {
    const shapes = MARK_KINDS.map((kind) => draw(<Mark kind={kind} hidden />).replace(/data-kind="\w+"/, ""));
    expect(new Set(shapes).size).toBe(5);
    for (const shape of shapes) expect(shape).toContain("currentColor");
  });

  it("say in words what they show", () => {
    expect(draw(<Mark kind="proven" />)).toContain('aria-label="prouvée"');
    expect(draw(<Mark kind="close" />)).toContain('aria-label="proche"');
  });

  it("give a half disc its month, written short and said in full", () => {
    const html = draw(<Mark kind="upcoming" month="2027-01" />);
    expect(html).toContain("prévue en janvier 2027");
    expect(html).toContain("janv. 27");
  });

  it("are silent when the words beside them say the same", () => {
    expect(draw(<Mark kind="proven" hidden />)).not.toContain("aria-label");
  });
});

describe("a row of marks", () => {
  it("is summed up in one sentence, with the last month expected", () => {
    expect(draw(<MarkRow items={row} />)).toContain(
      "1 prouvée, 2 en cours d'acquisition (d'ici mars 2027) et 1 manquante",
    );
  });

  it("tells each competency when pointed at", () => {
    expect(draw(<MarkRow items={row} />)).toContain("Souder : prouvée");
  });

  it("counts in the order of the marks and leaves out what there is not", () => {
    expect(countMarks(row).map(({ kind, count }) => [kind, count])).toEqual([
      ["proven", 1],
      ["upcoming", 2],
      ["missing", 1],
    ]);
  });

  it("says so when it is empty", () => {
    expect(draw(<MarkRow items={[]} />)).toContain("aucune compétence");
  });
});
