import type { Issuer } from "../models/correspondence.ts";
import type { Profile } from "../models/profile.ts";
import { text } from "../models/text.ts";
import type { Numbered } from "./document/frame.ts";

/** What a report was issued under. */
export interface Issued {
  /** Department code. */
  readonly issuer: string;
  readonly year: number;
  readonly number: number;
  readonly on: string;
}

/** 巫山就业办发〔2026〕3号, and the date it bears. Throws RangeError for an issuer that the profile does not have. */
export function numberedBy({ correspondence }: Profile, { issuer, year, number, on }: Issued): Numbered {
  const found = correspondence.issuers.find(({ department }) => department === issuer);
  if (!found) throw new RangeError(`the profile has no issuer ${issuer}`);
  const { zh, en } = found.word;
  return { number: text(`${zh}〔${year}〕${number}号`, `${en} [${year}] No. ${number}`), date: on };
}

/** Who signs a report about a scope: the department itself, or for all else the first issuer; null where it has no word. */
export function issuerOf({ correspondence }: Profile, about: string): Issuer | null {
  const department = /^department:(.+)$/.exec(about)?.[1];
  if (department === undefined) return correspondence.issuers[0] ?? null;
  return correspondence.issuers.find((one) => one.department === department) ?? null;
}
