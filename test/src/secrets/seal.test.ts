import { createDecipheriv, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseKeys } from "../../../src/secrets/keys.ts";
import { lastFour } from "../../../src/secrets/last-four.ts";
import { seal, unseal } from "../../../src/secrets/seal.ts";

const OLD = Buffer.alloc(32, 1).toString("base64");
const NEW = Buffer.alloc(32, 2).toString("base64");
const keys = parseKeys(OLD, "test");
const ADDRESS = "https://oapi.dingtalk.com/robot/send?access_token=t0ken SECs3cret";

describe("a sealed address", () => {
  it("opens again, whatever it was, and is another text each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (plain) => {
        const sealed = seal(plain, keys, randomBytes);
        expect(unseal(sealed, keys)).toBe(plain);
        expect(seal(plain, keys, randomBytes)).not.toBe(sealed);
      }),
    );
  });

  it("is AES-256-GCM with the key's id before it: anybody with the key can open it", () => {
    const sealed = seal(ADDRESS, keys, randomBytes);
    // SHA-256 of 32 bytes 01, its first 8 digits: printf '\x01%.0s' {1..32} | sha256sum
    const [, head, body] = /^(s1\.72cd6e84)\.([\w-]+)$/.exec(sealed)!;
    const bytes = Buffer.from(body!, "base64url");
    const open = createDecipheriv("aes-256-gcm", Buffer.alloc(32, 1), bytes.subarray(0, 12));
    open.setAAD(Buffer.from(head!)).setAuthTag(bytes.subarray(12, 28));
    expect(open.update(bytes.subarray(28), undefined, "utf8") + open.final("utf8")).toBe(ADDRESS);
    expect(sealed).not.toMatch(/t0ken|dingtalk/);
  });

  it("opens with the old key behind a new one, and new ones are sealed with the new", () => {
    const sealed = seal(ADDRESS, keys, randomBytes);
    const both = parseKeys(`${NEW}\n${OLD}\n`, "test");
    expect(unseal(sealed, both)).toBe(ADDRESS);
    const again = seal(ADDRESS, both, randomBytes);
    expect(unseal(again, parseKeys(NEW, "test"))).toBe(ADDRESS);
    expect(() => unseal(again, keys)).toThrow(expect.objectContaining({ code: "secret-key-missing", kind: "storage" }));
  });

  it("with any sign altered, cut off or moved to another key does not open", () => {
    const sealed = seal(ADDRESS, keys, randomBytes);
    for (let index = 0; index < sealed.length; index++) {
      const other = sealed[index] === "A" ? "B" : "A";
      const altered = sealed.slice(0, index) + other + sealed.slice(index + 1);
      if (
        Buffer.from(altered.split(".")[2] ?? "", "base64url").equals(Buffer.from(sealed.split(".")[2]!, "base64url")) &&
        altered.startsWith("s1.72cd6e84.")
      )
        continue; // the last sign of Base64 has bits that mean nothing
      expect(() => unseal(altered, keys)).toThrow(/sealed-damaged|secret-key-missing/);
    }
    for (const cut of ["", "s1", "s1.72cd6e84", "s1.72cd6e84.", sealed.slice(0, 40), sealed.slice(0, -4), ADDRESS])
      expect(() => unseal(cut, keys)).toThrow(/sealed-damaged|secret-key-missing/);
    const twin = [{ ...parseKeys(NEW, "test")[0], id: keys[0].id }] as const;
    expect(() => unseal(sealed, twin)).toThrow(/sealed-damaged/);
  });

  it("says nothing of what it holds when it does not open", () => {
    const sealed = seal(ADDRESS, keys, randomBytes);
    expect(() => unseal(`${sealed}AAAA`, keys)).not.toThrow(/t0ken|SEC/);
  });
});

it.each([
  "",
  "short",
  Buffer.alloc(31).toString("base64"),
  Buffer.alloc(33).toString("base64"),
  `${OLD} nonsense`,
  "ü".repeat(44),
])("%j is no key, and is not repeated", (written) => {
  expect(() => parseKeys(written, "WENGANG_SECRET_KEY")).toThrow(expect.objectContaining({ code: "secret-key-wrong" }));
  expect(() => parseKeys(written, "the file")).not.toThrow(/nonsense|short|AAAA/);
});

it.each([
  ["13800001234", "…1234"],
  ["zhangsan@wushan.gov.cn", "…gsan"],
  ["wang@x.cn", "…ng"],
  ["a@x.cn", "…"],
  ["https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef SECs3cret", "…cdef"],
  ["https://a.example/x whsec_s3cret", "…le/x"],
  ["", "…"],
])("of %s only %s is shown", (address, shown) => {
  expect(lastFour(address)).toBe(shown);
});
