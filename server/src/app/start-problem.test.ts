import { describe, expect, it } from "vitest";
import { FolderHeldError } from "../../embedded-mongo/ownership.ts";
import { startProblem } from "./start-problem.ts";

const settings = { port: 80, dataDir: "/srv/acquis" };
const problem = (given: object, name = "Error") =>
  startProblem(Object.assign(new Error("no"), { name, ...given }), settings);

describe("what stops a start", () => {
  it.each([
    ["a port that is taken", { code: "EADDRINUSE", syscall: "listen" }, /^Port 80 is taken/],
    ["a port below 1024", { code: "EACCES", syscall: "listen" }, /^Port 80 is not allowed/],
    [
      "a folder above that is closed",
      { code: "EACCES", path: "/srv" },
      /\/srv\/acquis cannot be written \(EACCES\)/,
    ],
    ["a file in the folder", { code: "EROFS", path: "/srv/acquis/db" }, /cannot be written \(EROFS\)/],
    ["what LMDB tells by number", { code: 13 }, /cannot be written \(EACCES\)/],
  ])("%s is said in a sentence that names the setting", (_what, given, said) => {
    expect(problem(given)).toMatch(said);
    expect(problem(given)).toMatch(/PORT|DATA_DIR/);
  });

  it("another product on the folder is named", () => {
    expect(startProblem(new FolderHeldError("/srv/acquis/db"), settings)).toContain("Another Acquis runs");
  });

  it.each([
    ["a file of our own that is missing", { code: "ENOENT", path: "/usr/lib/x" }],
    ["a MongoDB that refuses us, which has numbers of its own", { code: 13 }, "MongoServerError"],
    ["anything else", {}],
  ])("%s is left to us", (_what, given, name = "Error") => {
    expect(problem(given, name)).toBeNull();
  });
});
