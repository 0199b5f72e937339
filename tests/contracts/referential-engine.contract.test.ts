import { suggestExactly } from "@acquis/search-config/referential/suggest-exactly.ts";
import type { SuggestItem } from "@acquis/search-config/referential/suggestion.rules.ts";
import { competenciesIndex, occupationsIndex } from "@acquis/search-config/settings/indexes.ts";
import { createEmbeddedReferentialEngine } from "@acquis/server/referential/embedded-referential-engine.ts";
import { createMeilisearchReferentialEngine } from "@acquis/server/referential/meilisearch-referential-engine.ts";
import type { ReferentialEngine } from "@acquis/server/referential/referential-engine.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meilisearchTargets } from "./meilisearch-targets.ts";

function competency(id: string, label: string, more: Partial<SuggestItem> = {}): SuggestItem {
  return {
    id,
    kind: "competency",
    label,
    labelEn: null,
    titles: [],
    favoured: false,
    secondary: false,
    familyId: "f-1",
    familyLabel: "Famille",
    familyLabelEn: null,
    ...more,
  };
}

function occupation(id: string, label: string, more: Partial<SuggestItem> = {}): SuggestItem {
  return competency(id, label, {
    kind: "occupation",
    familyId: null,
    familyLabel: null,
    familyLabelEn: null,
    ...more,
  });
}

const items: SuggestItem[] = [
  competency("c-tig", "Souder au TIG", { favoured: true, labelEn: "TIG weld" }),
  competency("1", "Préparer les joints avant soudure"),
  competency("2", "Techniques de soudage", { secondary: true }),
  competency("3", "Souder à la chaîne des pièces de grande série"),
  competency("4", "Élever des huîtres en mer"),
  competency("5", "Réaliser un enduit à la chaux"),
  competency("6", "Œuvrer dans une équipe d'ouvriers"),
  competency("7", "Développer une application en lien avec une base de données"),
  competency("8", "Souder au TIG"),
  competency("c-lessive", "Entretenir le linge", { titles: ["Laver et repasser du textile"] }),
  occupation("H2913", "Soudeur / Soudeuse", {
    favoured: true,
    titles: ["Soudeur / Soudeuse à l'arc", "Soudeur / Soudeuse TIG", "Agent / Agente de soudage"],
    labelEn: "Welder",
  }),
  occupation("H2915", "Chef soudeur / Cheffe soudeuse"),
  occupation("K1304", "Aide à domicile", { favoured: true, titles: ["Auxiliaire de vie"] }),
  occupation("K1408", "Responsable de secteur d'aide à domicile"),
  occupation("N4101", "Conducteur / Conductrice de poids lourd", { titles: ["Routier / Routière"] }),
  occupation("D1106", "Vendeur / Vendeuse en épicerie"),
];

interface Adapter {
  name: string;
  draws: number;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** An engine that knows nothing, or what the one before knew. */
  create(): ReferentialEngine;
}

const adapters: Adapter[] = [
  {
    name: "embedded",
    draws: 400,
    start: async () => {},
    stop: async () => {},
    create: createEmbeddedReferentialEngine,
  },
  ...meilisearchTargets().map((target) => ({
    name: target.name,
    draws: target.isReal ? 30 : 120,
    async start() {
      await target.start();
      await target.empty(competenciesIndex);
      await target.empty(occupationsIndex);
    },
    stop: target.stop,
    create: () => createMeilisearchReferentialEngine(target.options()),
  })),
];

describe.each(adapters)("ReferentialEngine: $name", ({ create, draws, start, stop }) => {
  let engine: ReferentialEngine;
  const ids = async (q: string, kind: SuggestItem["kind"] = "competency", limit = 10) =>
    (await engine.suggest({ q, kind, limit })).map((one) => one.id);

  beforeAll(async () => {
    await start();
    engine = create();
    await engine.load(items);
  }, 60_000);
  afterAll(stop, 60_000);

  it("finds by the beginning of the last word, whatever the case and the accents", async () => {
    expect(await ids("ELEVER")).toContain("4");
    expect(await ids("élever des huit")).toEqual(["4"]);
    expect(await ids("huitr")).toEqual(["4"]);
    expect(await ids("oeuvrer")).toEqual(["6"]);
  });

  it("takes an unfinished word only at the end", async () => {
    expect(await ids("application dev")).toEqual(["7"]);
    expect(await ids("dev application")).toEqual([]);
  });

  it("takes the words in any order, and leaves small words out", async () => {
    expect(await ids("données de la base")).toEqual(["7"]);
    expect(await ids("conducteur pour le poids lourd", "occupation")).toEqual(["N4101"]);
  });

  it("forgives one typo from 5 letters and two from 9, none below", async () => {
    expect(await ids("souedr au tig")).toContain("c-tig");
    expect(await ids("aplicaton")).toEqual(["7"]);
    expect(await ids("tug")).toEqual([]);
    expect(await ids("domivile", "occupation")).toEqual(["K1304", "K1408"]);
    expect(await ids("domuvile", "occupation")).toEqual([]);
  });

  it("finds welding from soudeur and from soudure, occupation and competencies alike", async () => {
    for (const q of ["soudeur", "soudure", "soudeuse", "souder", "soudage"]) {
      expect((await ids(q, "occupation"))[0], q).toBe("H2913");
      expect(await ids(q), q).toEqual(expect.arrayContaining(["c-tig", "1", "2", "3"]));
    }
    expect(await ids("vente", "occupation")).toEqual(["D1106"]);
  });

  it("puts what is favoured first, and knowledge after know-how", async () => {
    expect(await ids("soud")).toEqual(["c-tig", "3", "1", "2"]);
  });

  it("puts a label before a title, and what is exact before a typo", async () => {
    expect(await ids("aide domicile", "occupation")).toEqual(["K1304", "K1408"]);
    expect((await ids("conducteur", "occupation"))[0]).toBe("N4101");
  });

  it("answers an occupation once, with its best title when the label does not answer", async () => {
    const found = await engine.suggest({ q: "soudeur tig", kind: "occupation", limit: 10 });
    expect(found).toEqual([
      {
        id: "H2913",
        label: "Soudeur / Soudeuse",
        labelEn: "Welder",
        matched: "Soudeur / Soudeuse TIG",
        kind: "occupation",
        familyId: null,
        familyLabel: null,
        familyLabelEn: null,
      },
    ]);
    expect(await engine.suggest({ q: "soudeur", kind: "occupation", limit: 10 })).toMatchObject([
      { id: "H2913", matched: null },
      { id: "H2915", matched: null },
    ]);
  });

  it("answers a label once, the favoured item for both", async () => {
    expect(await ids("souder tig")).toEqual(["c-tig"]);
  });

  it("finds by the English label and by the other name of a competency, and says which", async () => {
    expect(await engine.suggest({ q: "welder", kind: "occupation", limit: 3 })).toMatchObject([
      { id: "H2913", matched: "Welder" },
    ]);
    expect(await engine.suggest({ q: "repasser", kind: "competency", limit: 3 })).toMatchObject([
      { id: "c-lessive", label: "Entretenir le linge", matched: "Laver et repasser du textile" },
    ]);
  });

  it("answers nothing to nothing, to spaces and to signs", async () => {
    for (const q of ["", "   ", "!?", "'"]) expect(await ids(q)).toEqual([]);
  });

  it("keeps to the limit and to the kind", async () => {
    expect(await ids("s", "competency", 2)).toHaveLength(2);
    const kinds = await engine.suggest({ q: "soudeur", kind: "occupation", limit: 30 });
    expect(kinds.every((one) => one.kind === "occupation")).toBe(true);
  });

  it("answers exactly the pure function, order included, on anything typed", async () => {
    const vocabulary =
      "souder soudure soudeur soudage poser posage pose chaux le de mer merlu enduit enduits".split(" ");
    const word = fc.constantFrom(...vocabulary);
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    const drawn = fc.array(
      fc.record({
        label: text,
        labelEn: fc.option(text),
        titles: fc.array(text, { maxLength: 3 }),
        favoured: fc.boolean(),
        secondary: fc.boolean(),
      }),
      { minLength: 1, maxLength: 25 },
    );
    const typo = fc
      .tuple(text, fc.nat(20), fc.constantFrom("", "a", "e", "x"))
      .map(([typed, at, letter]) => typed.slice(0, at) + letter + typed.slice(at + 1));
    await fc.assert(
      fc.asyncProperty(
        drawn,
        fc.oneof(text, typo),
        fc.integer({ min: 1, max: 8 }),
        async (some, q, limit) => {
          const many = some.map((one, index) => competency(`x${index}`, one.label, one));
          const fresh = create();
          await fresh.load(many);
          const found = await fresh.suggest({ q, kind: "competency", limit });
          expect(found.map(({ id, label, matched }) => ({ id, label, matched }))).toEqual(
            suggestExactly(many, { q, kind: "competency", limit }),
          );
        },
      ),
      { numRuns: draws },
    );
  }, 180_000);

  it("knows only what was loaded last", async () => {
    const fresh = create();
    await fresh.load(items);
    await fresh.load([competency("9", "Coudre une voile")]);
    expect(await fresh.suggest({ q: "souder", kind: "competency", limit: 5 })).toEqual([]);
    expect(await fresh.suggest({ q: "voile", kind: "competency", limit: 5 })).toMatchObject([{ id: "9" }]);
  });

  it("answers exactly the pure function where thousands of texts answer", async () => {
    const stems = ["poser", "souder", "servir", "vendre", "serrer", "salir", "sabler", "posture", "poncer"];
    const many = Array.from({ length: 2_500 }, (_, number) =>
      competency(`m${number}`, `${stems[number % 9]} ${stems[(number * 7) % 8]} lot ${number % 400}`, {
        favoured: number % 11 === 0,
        secondary: number % 3 === 0,
        titles: number % 5 === 0 ? [`soudure ${number}`, `pose de ${number}`] : [],
        labelEn: number % 4 === 0 ? `weld ${number}` : null,
      }),
    );
    const fresh = create();
    await fresh.load(many);
    for (const q of [
      "s",
      "po",
      "soud",
      "soudure",
      "poser",
      "posre",
      "serrer poser",
      "lot",
      "we",
      "pose s",
      "servri po",
    ])
      for (const limit of [10, 30]) {
        const found = await fresh.suggest({ q, kind: "competency", limit });
        expect(
          found.map(({ id, label, matched }) => ({ id, label, matched })),
          q,
        ).toEqual(suggestExactly(many, { q, kind: "competency", limit }));
      }
    const { documents } = await fresh.health("competency");
    expect(documents).toBe(2_500 + 1_000 + 625);
  }, 120_000);
});
