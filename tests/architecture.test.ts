import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const FEATURES = [
  "accounts",
  "referential",
  "training",
  "portfolio",
  "attestations",
  "badges",
  "offers",
  "candidates",
  "contacts",
  "notifications",
  "followup",
  "observatory",
  "privacy",
];
const PACKAGES = ["shared", "search-config", "server", "client", "scripts", "tests"];

interface Import {
  file: string;
  line: number;
  target: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (["node_modules", "dist", "output"].includes(name)) return [];
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith(".d.ts") ? [path] : [];
  });
}

const files = PACKAGES.flatMap((name) => sources(join(root, name))).map((path) => relative(root, path));

/** Every import of ours, its target as a path from the root (`shared/src/…`), bare packages as they are. */
const imports: Import[] = files.flatMap((file) =>
  readFileSync(join(root, file), "utf8")
    .split("\n")
    .flatMap((text, index): Import[] =>
      [...text.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)].map(([, specifier = ""]) => {
        const own = specifier.match(/^@acquis\/([a-z-]+)\/(.*)$/);
        const target = own
          ? `${own[1]}/${own[2]?.startsWith("embedded-mongo/") ? "" : "src/"}${own[2]}`
          : specifier.startsWith(".")
            ? relative(root, resolve(root, dirname(file), specifier))
            : specifier;
        return { file, line: index + 1, target };
      }),
    ),
);

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.includes("/testing/");
const where = ({ file, line, target }: Import) => `${file}:${line} imports ${target}`;
const breaking = (rule: (one: Import) => boolean) => imports.filter(rule).map(where);
const featureOf = (path: string) => path.match(/^(?:server|client)\/src\/([a-z]+)\//)?.[1];
const isOurs = (target: string) => PACKAGES.some((name) => target.startsWith(`${name}/`));

describe("imports go one way", () => {
  it("shared imports nothing of ours, and of others zod and the contract builder only", () => {
    expect(
      breaking(
        ({ file, target }) =>
          file.startsWith("shared/") &&
          !isTest(file) &&
          !target.startsWith("shared/") &&
          !["zod", "@orpc/contract"].includes(target),
      ),
    ).toEqual([]);
  });

  it("search-config imports shared only", () => {
    expect(
      breaking(
        ({ file, target }) =>
          file.startsWith("search-config/") && !isTest(file) && !/^(shared|search-config)\//.test(target),
      ),
    ).toEqual([]);
  });

  it("the server imports shared and search-config, never the client", () => {
    expect(
      breaking(
        ({ file, target }) =>
          file.startsWith("server/") &&
          isOurs(target) &&
          !/^(shared|search-config|server)\//.test(target) &&
          !isTest(file),
      ),
    ).toEqual([]);
  });

  it("the client imports shared only", () => {
    expect(
      breaking(
        ({ file, target }) =>
          file.startsWith("client/src/") && isOurs(target) && !/^(shared|client)\//.test(target),
      ),
    ).toEqual([]);
  });

  it("a server feature reaches another through its index", () => {
    expect(
      breaking(({ file, target }) => {
        const from = featureOf(file);
        const to = featureOf(target);
        return (
          file.startsWith("server/") &&
          !isTest(file) &&
          FEATURES.includes(from ?? "") &&
          FEATURES.includes(to ?? "") &&
          from !== to &&
          target !== `server/src/${to}/index.ts`
        );
      }),
    ).toEqual([]);
  });

  it("no feature and no platform of the server imports the app, which puts them together", () => {
    expect(
      breaking(
        ({ file, target }) =>
          target.startsWith("server/src/app/") &&
          /^server\/src\/[a-z-]+\//.test(file) &&
          !isTest(file) &&
          featureOf(file) !== "app",
      ),
    ).toEqual([]);
  });

  it("client features do not import each other's insides", () => {
    expect(
      breaking(({ file, target }) => {
        const from = featureOf(file);
        const to = featureOf(target);
        return (
          file.startsWith("client/") &&
          FEATURES.includes(from ?? "") &&
          FEATURES.includes(to ?? "") &&
          from !== to &&
          !/\/use-[a-z-]+\.tsx?$/.test(target)
        );
      }),
    ).toEqual([]);
  });

  it("platforms know no feature", () => {
    expect(
      breaking(
        ({ file, target }) =>
          /^(server|client)\/src\/(platform|ui)\//.test(file) &&
          !isTest(file) &&
          FEATURES.includes(featureOf(target) ?? ""),
      ),
    ).toEqual([]);
  });

  it("the embedded database knows nothing of the product", () => {
    expect(
      breaking(
        ({ file, target }) =>
          file.startsWith("server/embedded-mongo/") &&
          isOurs(target) &&
          !target.startsWith("server/embedded-mongo/"),
      ),
    ).toEqual([]);
  });
});

describe("the house keeps its shape", () => {
  it("features have one name in every package", () => {
    const rooms = ["app", "platform", "ui", "assets"];
    const odd = ["shared", "server", "client"].flatMap((name) =>
      readdirSync(join(root, name, "src"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && ![...FEATURES, ...rooms].includes(entry.name))
        .map((entry) => `${name}/src/${entry.name}`),
    );
    expect(odd).toEqual([]);
  });

  it("there is no utils folder", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?)\//.test(file))).toEqual([]);
  });

  it("files stay short: 250 lines, tests 400", () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length - 1 }))
      .filter(({ file, lines }) => lines > (isTest(file) ? 400 : 250))
      .map(({ file, lines }) => `${file}: ${lines} lines`);
    expect(long).toEqual([]);
  });
});
