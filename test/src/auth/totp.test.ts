import { describe, expect, it } from "vitest";
import { base32 } from "../../../src/auth/base32.ts";
import { codeAt, isTotpCode, matchingStep, otpauthUri, stepAt } from "../../../src/auth/totp.ts";

const SECRET = Buffer.from("12345678901234567890");

describe("codes of the second factor", () => {
  // RFC 6238, appendix B: SHA-1, eight digits.
  it.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("at %i s are those of RFC 6238: %s", (seconds, code) => {
    expect(codeAt(SECRET, stepAt(seconds * 1000), 8)).toBe(code);
  });

  // RFC 4226, appendix D: six digits by counter.
  it("are those of RFC 4226 by counter", () => {
    const codes = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];
    expect(codes.map((_, counter) => codeAt(SECRET, counter))).toEqual(codes);
  });

  const now = 1_750_000_015_000; // the middle of a step
  const step = stepAt(now);
  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])("%i steps from now are taken: %s", (away, taken) => {
    expect(matchingStep(SECRET, codeAt(SECRET, step + away), now, 0)).toBe(taken ? step + away : null);
  });

  it("are not taken again, nor is one from before the last", () => {
    expect(matchingStep(SECRET, codeAt(SECRET, step), now, step)).toBeNull();
    expect(matchingStep(SECRET, codeAt(SECRET, step - 1), now, step)).toBeNull();
    expect(matchingStep(SECRET, codeAt(SECRET, step + 1), now, step)).toBe(step + 1);
  });

  it.each([
    ["123456", true],
    ["12345", false],
    ["1234567", false],
    ["12345a", false],
    ["１２３４５６", false],
  ])("look like %s: %s", (typed, is) => {
    expect(isTotpCode(typed)).toBe(is);
  });
});

it("the app is told account, issuer and secret", () => {
  expect(otpauthUri(SECRET, "zhang.san", "稳岗预警 巫山县")).toBe(
    "otpauth://totp/%E7%A8%B3%E5%B2%97%E9%A2%84%E8%AD%A6%20%E5%B7%AB%E5%B1%B1%E5%8E%BF:zhang.san?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E7%A8%B3%E5%B2%97%E9%A2%84%E8%AD%A6%20%E5%B7%AB%E5%B1%B1%E5%8E%BF&algorithm=SHA1&digits=6&period=30",
  );
});

// RFC 4648, section 10, without padding.
it.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("base 32 of %s is %s", (plain, text) => {
  expect(base32(Buffer.from(plain))).toBe(text);
});
