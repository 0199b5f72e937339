import { describe, expect, it } from "vitest";
import { createSecretBox } from "./secret-box.ts";

const box = createSecretBox("a secret of the server, long enough");

describe("a secret kept in the box", () => {
  it("comes back as it was, and is never sealed twice alike", () => {
    const [one, two] = [box.seal("clé", "issuer"), box.seal("clé", "issuer")];
    expect(one).not.toBe(two);
    expect(box.open(one, "issuer")).toBe("clé");
  });

  it("does not open with another secret, in another place, or once changed", () => {
    const sealed = box.seal("clé", "issuer");
    expect(() => createSecretBox("another secret of the server, long").open(sealed, "issuer")).toThrow();
    expect(() => box.open(sealed, "other issuer")).toThrow();
    const bytes = Buffer.from(sealed, "base64url");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => box.open(bytes.toString("base64url"), "issuer")).toThrow();
  });
});
