import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectDatabase, type Database } from "../../platform/database/connect.ts";
import { createLog } from "../../platform/log.ts";
import { createReferentialStore, type ReferentialStore } from "../referential.store.ts";
import { importRome } from "./import-rome.ts";

const FILES = {
  occupations: "unix_referentiel_code_rome_v460_utf8.csv",
  titles: "unix_referentiel_appellation_v460_utf8.csv",
  competencies: "unix_referentiel_competence_v460_utf8.csv",
  knowledge: "unix_referentiel_savoir_v460_utf8.csv",
  texts: "unix_texte_v460_utf8.csv",
  links: "unix_coherence_item_v347_utf8.csv",
  sheets: "unix_fiche_emploi_metier_v460.json",
  tree: "unix_arborescence_competence_v460.json",
};

const small: Partial<Record<keyof typeof FILES, string>> = {
  occupations: `"code_rome","libelle_rome","code_rome_parent"
"H2913","Soudeur / Soudeuse","H2913"
"Z9901","Essayeur / Essayeuse d''eau","Z9901"
"Z9902","Chef / Cheffe d'essai","Z9901"
`,
  titles: `"code_ogr","libelle_appellation_long","libelle_appellation_court","code_rome"
"1","Soudeur / Soudeuse TIG","","H2913"
"2","Essayeur ""fin"" / Essayeuse ""fine""","","Z9901"
`,
  competencies: `"code_ogr","nature","libelle_competence","code_ogr_macro_comp","cat_comp"
"300001","Macro-compétence","Essayer des produits","","Savoir-faire"
"500","Compétence","Goûter une eau","300001","Savoir-faire"
"400409","Compétence","Monter ou démonter un échafaudage","","Savoir-faire"
`,
  knowledge: `"code_ogr_savoir","libelle_savoir"
"700","Chimie de l''eau"
`,
  texts: `"code_rome","code_compo_bloc","libelle_type_texte","position_phrase","libelle_texte"
"Z9901","3","definition","2","Il note
ce qu''il trouve."
"Z9901","3","definition","1","Essaie l'eau."
"Z9901","4","acces_metier","1","Sans diplôme."
`,
  links: `"code_rome","code_ogr"
"Z9901","500"
"Z9901","700"
"Z9901","999"
"H2913","400409"
`,
};

describe("importRome", () => {
  let dir: string;
  let database: Database;
  let store: ReferentialStore;
  let files: string;
  let stamps = 0;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "rome-"));
    database = await connectDatabase({ mongodbUri: null, dataDir: dir }, createLog("silent"));
    store = createReferentialStore(database.connection);
  });
  afterAll(async () => {
    await database.close();
    rmSync(dir, { recursive: true, force: true });
  });
  beforeEach(() => {
    files = mkdtempSync(join(dir, "files-"));
  });
  afterEach(async () => {
    await store.competencies.deleteMany({});
    await store.occupations.deleteMany({});
    await store.versions.deleteMany({});
  });

  function give(given: Partial<Record<keyof typeof FILES, string | Buffer>>): string {
    mkdirSync(files, { recursive: true });
    for (const [kind, text] of Object.entries(given))
      writeFileSync(join(files, FILES[kind as keyof typeof FILES]), text);
    return files;
  }
  const run = (...directories: string[]) => importRome(directories, { store, newId: () => `s${stamps++}` });

  it("reads the files it knows by name, and counts what is ROME's", async () => {
    const report = await run(give(small));
    expect(report.counts).toEqual({
      occupations: 3,
      parentOccupations: 2,
      titles: 2,
      competencies: 3,
      families: 1,
      knowledge: 1,
      links: 3,
    });
    expect(report).toMatchObject({ romeVersion: 460, bad: [], linksLeftOut: 1, retired: 0 });
  });

  it("undoes the doubled apostrophes and quotes, and joins the sentences of a definition in order", async () => {
    await run(give(small));
    const essayer = await store.occupations.findById("Z9901").lean();
    expect(essayer).toMatchObject({
      label: "Essayeur / Essayeuse d'eau",
      definition: "Essaie l'eau. Il note ce qu'il trouve.",
      titles: [{ label: 'Essayeur "fin" / Essayeuse "fine"' }],
    });
  });

  it("changes nothing the second time, and says so", async () => {
    await run(give(small));
    const before = await store.versions.find().lean();
    const report = await run(files);
    expect(report).toMatchObject({ created: 0, changed: 0, retired: 0 });
    expect(await store.versions.find().lean()).toEqual(before);
  });

  it("puts a ROME item into the starter item that names it, words and links of the starter kept", async () => {
    await run(give(small));
    expect(await store.competencies.findById("400409").lean()).toBeNull();
    expect(await store.competencies.findById("c-monter-echafaudage").lean()).toMatchObject({
      label: "Monter et démonter un échafaudage",
      romeLabel: "Monter ou démonter un échafaudage",
      familyId: "f-securite",
    });
    const welder = await store.occupations.findById("H2913").lean();
    expect(welder?.inTension).toBe(true);
    expect(welder?.links.filter((one) => one.source === "starter").length).toBeGreaterThanOrEqual(8);
    expect(welder?.links.filter((one) => one.source === "rome")).toMatchObject([
      { competencyId: "c-monter-echafaudage" },
    ]);
  });

  it("reports each bad row with its file, line and reason, and imports the others", async () => {
    const competencies = `${small.competencies}"abc","Compétence","Code faux","",""
"501","Compétence","","300001",""
"500","Compétence","Goûter encore","300001",""
"502","Compétence","Guillemet "ouvert","300001",""
"503","Compétence","Trop peu"
"504","Compétence","Sentir une eau","300999","Savoir-faire"
"505","Compétence","Filtrer une eau","300001","Savoir-faire"
`;
    const titles = `${small.titles}"3","Sans métier","","Z9999"\n`;
    const links = `${small.links}"Q0000","500"\n`;
    const report = await run(give({ ...small, competencies, titles, links }));
    const { competencies: file } = FILES;
    expect(report.bad.map((one) => ({ ...one, reason: one.reason.replace(/:.*/, "") }))).toEqual(
      expect.arrayContaining([
        { file, line: 5, reason: "code_ogr is not a number" },
        { file, line: 6, reason: "the label is empty" },
        { file, line: 7, reason: "code_ogr 500 is there twice" },
        { file, line: 8, reason: "a quote is not doubled, or is never closed" },
        { file, line: 9, reason: "3 columns instead of 5" },
        { file, line: 10, reason: "code_ogr_macro_comp 300999 is unknown" },
        { file: FILES.titles, line: 4, reason: "code_rome Z9999 is unknown" },
        { file: FILES.links, line: 6, reason: "code_rome Q0000 is unknown" },
      ]),
    );
    expect(report.bad).toHaveLength(8);
    expect(await store.competencies.findById("505").lean()).toMatchObject({ label: "Filtrer une eau" });
    expect(await store.competencies.findById("504").lean()).toMatchObject({ familyId: null });
  });

  it("goes on when a whole file is not what its name says", async () => {
    const report = await run(give({ ...small, knowledge: "rien du tout", sheets: "{pas du json" }));
    expect(report.bad).toMatchObject([
      { file: FILES.knowledge, line: 1 },
      { file: FILES.sheets, line: 1 },
    ]);
    expect(report.counts.competencies).toBe(3);
  });

  it("retires what left ROME and keeps it readable, and takes it back when it returns", async () => {
    await run(give(small));
    const without = small.competencies?.replace(/"500".*\n/, "") ?? "";
    const report = await run(give({ competencies: without }));
    expect(report.retired).toBe(1);
    expect(await store.competencies.findById("500").lean()).toMatchObject({ retired: true });
    expect((await run(give(small))).counts.competencies).toBe(3);
    expect(await store.competencies.findById("500").lean()).toMatchObject({ retired: false });
  });

  describe("a file that could not be read whole takes nothing away", () => {
    const item = (id: string) => store.competencies.findById(id).lean();
    const occupation = (code: string) => store.occupations.findById(code).lean();
    beforeEach(async () => {
      await run(give(small));
    });

    it("when a row is bad: the others are read, what it was stays as it is held", async () => {
      const competencies = small.competencies
        ?.replace('"300001","Macro-compétence"', '"oups","Macro-compétence"')
        .replace("Goûter une eau", "Goûter et sentir une eau");
      const report = await run(give({ competencies: competencies ?? "" }));
      expect(report).toMatchObject({ retired: 0, spared: 1, changed: 1 });
      expect(await item("300001")).toMatchObject({ retired: false });
      expect(await item("500")).toMatchObject({ label: "Goûter et sentir une eau", familyId: "300001" });
    });

    it("when it is cut in the middle of a letter: no accent of another row changes", async () => {
      const bytes = Buffer.from(small.competencies ?? "");
      const cut = bytes.subarray(0, bytes.lastIndexOf(Buffer.from("é")) + 1);
      const report = await run(give({ competencies: cut }));
      expect(report).toMatchObject({ retired: 0, spared: 1, changed: 0 });
      expect(report.bad).toMatchObject([{ file: FILES.competencies, line: 4 }]);
      expect(await item("500")).toMatchObject({ label: "Goûter une eau" });
    });

    it("when one byte is no letter: its row alone is bad", async () => {
      const bytes = Buffer.from(small.competencies ?? "");
      bytes[bytes.indexOf("eau")] = 0xff;
      const report = await run(give({ competencies: bytes }));
      expect(report.bad).toEqual([{ file: FILES.competencies, line: 3, reason: "a letter is not UTF-8" }]);
      expect(report).toMatchObject({ retired: 0, spared: 1, changed: 0 });
    });

    it("when it is cut between two rows, so that most are missing", async () => {
      const report = await run(
        give({ competencies: small.competencies?.split("\n").slice(0, 2).join("\n") ?? "" }),
      );
      expect(report).toMatchObject({ retired: 0, spared: 2 });
      expect(report.bad).toMatchObject([{ file: FILES.competencies, line: 3 }]);
    });

    it("when it is another file: titles, definitions, links and occupations stay", async () => {
      const before = [await occupation("H2913"), await occupation("Z9901")];
      const report = await run(give({ occupations: "x", titles: "x", texts: "x", links: "x" }));
      expect(report).toMatchObject({ retired: 0, spared: 3, changed: 0 });
      expect([await occupation("H2913"), await occupation("Z9901")]).toEqual(before);
    });

    it("when some links are bad: the others of the occupation stay", async () => {
      const links = '"code_rome","code_ogr"\n"Z9901","500"\n"Z9901","sept cents"\n';
      await run(give({ ...small, links }));
      expect((await occupation("Z9901"))?.links.map((link) => link.competencyId)).toEqual(["500", "700"]);
    });
  });

  it("counts no link to an item that has left ROME", async () => {
    await run(give(small));
    rmSync(join(files, FILES.links));
    const report = await run(give({ competencies: small.competencies?.replace(/"500".*\n/, "") ?? "" }));
    expect(report).toMatchObject({ retired: 1, counts: { links: 2 } });
  });

  it("tells every process at the end, also after an import that was cut short with all written", async () => {
    await run(give(small));
    const stamp = async () => (await store.versions.findById("referential").lean())?.stamp;
    const before = await stamp();
    await run(give(small));
    expect(await stamp()).toBe(before);
    await store.versions.updateOne({}, { $set: { importing: true } });
    await run(give(small));
    expect(await stamp()).not.toBe(before);
  });

  it("reads links alone against what is held, and ignores the rest of an older edition", async () => {
    const { links, ...rest } = small;
    await run(give(rest));
    const older = mkdtempSync(join(dir, "older-"));
    writeFileSync(join(older, FILES.links), links ?? "");
    writeFileSync(
      join(older, "unix_item_v347_utf8.csv"),
      `"code_ogr","libelle","code_type_referentiel","code_ref_rubrique"\n"500","Ancien","2","6"\n"700","Eau","1","10"\n`,
    );
    const report = await run(older);
    expect(report).toMatchObject({ romeVersion: 460, retired: 0, created: 0, changed: 2 });
    expect((await store.occupations.findById("Z9901").lean())?.links).toMatchObject([
      { competencyId: "500", level: 2, core: true },
      { competencyId: "700", level: 1, core: false },
    ]);
    expect(await store.competencies.findById("500").lean()).toMatchObject({ label: "Goûter une eau" });
  });

  it("reads the sheets of ROME 4 in ISO-8859-15, with what makes the trade", async () => {
    const sheets = JSON.stringify([
      {
        rome: { code_rome: "Z9901", intitule: "Essayeur d'été" },
        competences: {
          savoir_faire: {
            enjeux: [{ items: [{ libelle: "Goûter", code_ogr: 500, coeur_metier: "Principale" }] }],
          },
          savoir_etre_professionnel: null,
          savoirs: {
            categories: [
              { items: [{ libelle: "Chimie", code_ogr: "700", coeur_metier: null }, { libelle: "?" }] },
            ],
          },
        },
      },
      { rome: {} },
    ]);
    const report = await run(give({ ...small, sheets: Buffer.from(sheets, "latin1") }));
    expect(report.bad).toMatchObject([
      { file: FILES.sheets, line: 1, reason: "an item of the sheet has no code_ogr" },
      { file: FILES.sheets, line: 2 },
    ]);
    expect((await store.occupations.findById("Z9901").lean())?.links).toMatchObject([
      { competencyId: "500", core: true },
      { competencyId: "700", core: false },
    ]);
  });

  it("a sheet replaces the links of its occupation, whatever is wrong with another", async () => {
    await run(give(small));
    const sheet = {
      rome: { code_rome: "Z9901" },
      competences: { savoirs: { categories: [{ items: [{ code_ogr: 700 }] }] } },
    };
    rmSync(join(files, FILES.links));
    const report = await run(
      give({ sheets: JSON.stringify([sheet, { rome: { code_rome: "Z0000" }, competences: {} }]) }),
    );
    expect(report.bad).toHaveLength(1);
    expect((await store.occupations.findById("Z9901").lean())?.links).toMatchObject([
      { competencyId: "700" },
    ]);
  });

  it("reads the tree of competencies, nested or flat", async () => {
    const nested = [
      {
        code_domaine: "1",
        libelle: "Produire",
        enjeux: [
          {
            libelle: "Fabriquer",
            objectifs: [
              {
                libelle: "Essayer",
                macro_competences: [
                  {
                    code_ogr: "300001",
                    libelle: "Essayer des produits",
                    competences: [{ code_ogr: "504", libelle: "Sentir une eau" }],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        libelle_domaine: "Produire",
        code_ogr_macro_competence: 300002,
        libelle_macro_competence: "Ranger",
        code_ogr_competence: 506,
        libelle_competence: "Ranger l'eau",
      },
    ];
    const competencies = `${small.competencies}"504","Compétence","Sentir une eau","","Savoir-faire"\n`;
    const report = await run(give({ ...small, competencies, tree: JSON.stringify(nested) }));
    expect(report.bad).toEqual([]);
    expect(await store.competencies.findById("504").lean()).toMatchObject({ familyId: "300001" });
    expect(await store.competencies.findById("506").lean()).toMatchObject({ familyId: "300002" });
    expect(await store.competencies.findById("300002").lean()).toMatchObject({ kind: "family" });
  });

  it("reads an edition before ROME 4 alone: items, titles, links", async () => {
    writeFileSync(
      join(files, "unix_cr_gd_dp_v347_utf8.csv"),
      `"code_rome","libelle_rome"\n"Z9901","Essai de l'eau"\n`,
    );
    writeFileSync(
      join(files, "unix_item_v347_utf8.csv"),
      `"code_ogr","libelle","code_type_referentiel","code_ref_rubrique"\n"500","Goûter","2","6"\n"500","Goûter","2","9"\n"700","Eau","1","7"\n"800","De nuit","5","5"\n`,
    );
    writeFileSync(join(files, FILES.links), small.links ?? "");
    const report = await run(files);
    expect(report.romeVersion).toBe(347);
    expect(report.counts).toMatchObject({ occupations: 1, competencies: 1, knowledge: 1, links: 2 });
  });
});
