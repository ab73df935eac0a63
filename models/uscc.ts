import { type Text, text } from "./text.ts";

/** GB 32100-2015 alphabet: no I, O, Z, S or V. A character's value is its place. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3^(i−1) mod 31 (GB 32100-2015). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 11714 organisation code, positions 9–17: its own alphabet and weights. */
const ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Organisation codes that start like this come from the Fujian pilot: legal, though their check characters fail. */
const PILOT = /^.{8}M000[01]/;

export type UsccFailure = "length" | "alphabet" | "check-character" | "organisation-check";

/**
 * pilot: the check characters fail and the code is legal all the same (early Fujian codes such as 91350203M0001QAY9B).
 * A failure is a warning by policy, never a refusal: there are real codes we do not know of.
 */
export type UsccCheck =
  | { readonly valid: true; readonly pilot: boolean }
  | { readonly valid: false; readonly failure: UsccFailure };

/** Checks a 统一社会信用代码 (GB 32100-2015), upper case and without blanks. */
export function checkUscc(code: string): UsccCheck {
  if (code.length !== 18) return { valid: false, failure: "length" };
  if (![...code].every((character) => ALPHABET.includes(character))) return { valid: false, failure: "alphabet" };
  const failure = checkFailure(code);
  if (failure === null) return { valid: true, pilot: false };
  return PILOT.test(code) ? { valid: true, pilot: true } : { valid: false, failure };
}

/** The 18th character that belongs to the first 17. */
export function usccCheckCharacter(first17: string): string {
  return ALPHABET[(31 - (weightedSum(first17, ALPHABET, WEIGHTS) % 31)) % 31]!;
}

/** The 9th character that belongs to the first 8 of an organisation code (GB 11714): 0–9 or X. */
export function organisationCheckCharacter(first8: string): string {
  const check = 11 - (weightedSum(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);
  if (check === 10) return "X";
  return check === 11 ? "0" : String(check);
}

/**
 * The kind of entity the first two characters name; null when the prefix is not in the list. General knowledge, not read
 * from the standard: it decides only who is treated "by analogy" (参照实施) in support policies.
 */
export function entityKind(code: string): Text | null {
  return ENTITY_KINDS[code.slice(0, 2)] ?? null;
}

const ENTITY_KINDS: Readonly<Record<string, Text>> = {
  "12": text("事业单位", "public institution"),
  "31": text("律师事务所", "law firm"),
  "51": text("社会团体", "social association"),
  "52": text("民办非企业单位（社会服务机构）", "private non-enterprise (social service) body"),
  "53": text("基金会", "foundation"),
  "91": text("企业", "enterprise"),
  "92": text("个体工商户", "individual business"),
  "93": text("农民专业合作社", "farmers' cooperative"),
};

function checkFailure(code: string): UsccFailure | null {
  if (usccCheckCharacter(code.slice(0, 17)) !== code[17]) return "check-character";
  return organisationCheckCharacter(code.slice(8, 16)) === code[16] ? null : "organisation-check";
}

function weightedSum(characters: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(characters.charAt(i)), 0);
}
