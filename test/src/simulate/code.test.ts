import { describe, expect, test } from "vitest";
import { checkUscc } from "../../../models/uscc.ts";
import { simulatedCode } from "../../../src/simulate/code.ts";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** GB 32100-2015 and GB 11714 recomputed here, so that the test does not lean on the code under test. */
function holds(code: string): boolean {
  let sum = 0;
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) sum += ALPHABET.indexOf(code.charAt(i)) * weight;
  const inner = [3, 7, 9, 10, 5, 8, 4, 2].reduce((s, w, i) => s + w * Number.parseInt(code.charAt(8 + i), 36), 0);
  const innerCheck = "0123456789X".charAt((11 - (inner % 11)) % 11);
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === code[17] && innerCheck === code[16];
}

describe("simulated codes", () => {
  test("the test's own check holds for a real code and for the county's synthetic one", () => {
    expect(holds("91350200776049653A")).toBe(true);
    expect(holds("91500237MA60000084")).toBe(true);
    expect(holds("91500237MA60000085")).toBe(false);
  });

  test("they are valid 统一社会信用代码 of the place, all different", () => {
    const codes = Array.from({ length: 20_000 }, (_, n) => simulatedCode("uscc", "500237", n));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) if (!holds(code)) expect.fail(`${code} fails the check`);
    expect(codes.every((code) => code.startsWith("91500237"))).toBe(true);
  });

  test("the last number of all still has a code of its own", () => {
    const last = 31 ** 5 - 1;
    expect(holds(simulatedCode("uscc", "500237", last))).toBe(true);
    expect(() => simulatedCode("uscc", "500237", last + 1)).toThrow(/from 0 to 28629150, got 28629151/);
  });

  test("a pilot-like code fails the check character and is recognised as a pilot's", () => {
    const code = simulatedCode("uscc", "500237", 22, "pilot");
    expect(holds(code)).toBe(false);
    expect(checkUscc(code)).toEqual({ valid: true, pilot: true });
  });

  test("a place with its own codes gets its own", () => {
    expect(simulatedCode("own", "LT-2", 42)).toBe("SIM00000042");
  });
});
