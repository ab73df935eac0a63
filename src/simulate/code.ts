import { organisationCheckCharacter, usccCheckCharacter } from "../../models/uscc.ts";

/** GB 32100-2015: the 31 characters a 统一社会信用代码 is made of. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const DIGITS = 5;
const ROOM = ALPHABET.length ** DIGITS;
/** Shares no factor with 31, so multiplying by it only reorders the codes. */
const STRIDE = 7_368_787;

/** How a code is made: valid, or like the early pilot codes that are legal and fail the check character. */
export type CodeMaking = "valid" | "pilot";

/**
 * A simulated enterprise's code: the n-th of 28,629,151 distinct ones registered in the place (six digits).
 * A place that uses its own codes gets SIM and eight digits.
 */
export function simulatedCode(scheme: "uscc" | "own", place: string, n: number, making: CodeMaking = "valid"): string {
  if (n < 0 || n >= ROOM) throw new RangeError(`code number must be from 0 to ${ROOM - 1}, got ${n}`);
  if (scheme === "own") return `SIM${String(n).padStart(8, "0")}`;
  const organisation = making === "pilot" ? `M0001${spread(n).slice(-3)}` : `MA6${spread(n)}`;
  const body = `91${/^\d{6}/.exec(place)?.[0] ?? "500237"}${organisation}${organisationCheckCharacter(organisation)}`;
  const right = usccCheckCharacter(body);
  return body + (making === "pilot" ? ALPHABET.charAt((ALPHABET.indexOf(right) + 13) % ALPHABET.length) : right);
}

/** 7,368,787 × 28,629,151 is below 2^53, so the product is exact. */
function spread(n: number): string {
  let rest = (n * STRIDE) % ROOM;
  let characters = "";
  for (let i = 0; i < DIGITS; i++) {
    characters = ALPHABET.charAt(rest % ALPHABET.length) + characters;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return characters;
}
