import { randomBytes } from "node:crypto";
import { base32 } from "./base32.ts";

/** 80 bits: more than can be tried, so the hash kept of it needs no salt. */
const BYTES = 10;

/** Codes to write down, in groups of four that can be read out: "K7QM-2XTA-…". */
export const newRecoveryCodes = (count: number): string[] =>
  Array.from({ length: count }, () => base32(randomBytes(BYTES)).match(/.{4}/g)!.join("-"));

/** A code as it is compared, however it was typed. */
export const foldRecoveryCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z2-7]/g, "");
