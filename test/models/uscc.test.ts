import { describe, expect, it } from "vitest";
import { checkUscc, entityKind, organisationCheckCharacter, usccCheckCharacter } from "../../models/uscc.ts";

// Real and synthetic codes of domain.md 2.6, computed there independently.
const VALID = [
  "91350200776049653A",
  "91350503MA31DKY80A",
  "91350200MA31E12PXF",
  "91440101MA5CJQ4N59",
  "91110000600037341L",
  "91110108551385082Q",
  "914403001922038216",
  "123502001549897397",
  "91500237MA60000084",
  "91500237123456788A",
];

// Legal codes of the Fujian pilot and the check character that the standard computes for them.
const PILOT = [
  ["91350203M0001QAY9B", "9"],
  ["91350100M0001TGQXM", "1"],
  ["91350211M0000XUF46", "R"],
  ["91350203M0001FUE2P", "J"],
] as const;

describe("checkUscc", () => {
  it.each(VALID)("%s is valid", (code) => {
    expect(checkUscc(code)).toEqual({ valid: true, pilot: false });
  });

  it.each(PILOT)("%s fails its check character and is a legal pilot code all the same", (code, computed) => {
    expect(usccCheckCharacter(code.slice(0, 17))).toBe(computed);
    expect(checkUscc(code)).toEqual({ valid: true, pilot: true });
  });

  it.each([
    ["9150023712345678A", "length"],
    ["", "length"],
    ["91500237I23456788A", "alphabet"],
    ["91500237z23456788A", "alphabet"],
    ["91500237123456788B", "check-character"],
    ["91500237123456789A", "check-character"],
  ])("%s fails by %s", (code, failure) => {
    expect(checkUscc(code)).toEqual({ valid: false, failure });
  });

  it("a wrong organisation code is found even when the last character fits", () => {
    const wrongInside = "91500237123456780";
    expect(organisationCheckCharacter("12345678")).toBe("8");
    expect(checkUscc(wrongInside + usccCheckCharacter(wrongInside))).toEqual({
      valid: false,
      failure: "organisation-check",
    });
  });

  it("any one changed character of a valid code is noticed", () => {
    const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (const code of VALID) {
      for (let i = 0; i < 18; i++) {
        const other = alphabet[(alphabet.indexOf(code[i]!) + 1) % 31]!;
        expect(checkUscc(code.slice(0, i) + other + code.slice(i + 1)).valid).toBe(false);
      }
    }
  });
});

describe("entityKind", () => {
  it("tells the kind of entity by prefix and says nothing of others", () => {
    expect(entityKind("91500237MA60000084")?.zh).toBe("企业");
    expect(entityKind("123502001549897397")?.zh).toBe("事业单位");
    expect(entityKind("99500237MA60000084")).toBeNull();
  });
});
