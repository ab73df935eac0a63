import type { Profile } from "../../../models/profile.ts";
import type { Grant } from "../../../models/rights/person.ts";
import type { Asked } from "../asked.ts";
import { nameIn } from "../pages/level.ts";
import { momentWords } from "../pages/moment.ts";

/** What an account's roles reach, by name. */
export function ofWhat(
  asked: Asked<unknown>,
  { departments, regions, specialist }: Omit<Grant, "roles">,
  profile: Profile,
): string {
  const codes = [
    ...departments.map((code) => nameIn(asked, profile.departments, code)),
    ...regions.map((code) => nameIn(asked, profile.regions, code)),
  ];
  return [...codes, ...(specialist === null ? [] : [specialist])].join(asked.language === "zh" ? "、" : ", ");
}

/** A moment of an answer in words; a dash where there is none. */
export const whenWords = (instant: string | null): string =>
  instant === null ? "—" : momentWords(Date.parse(instant));
