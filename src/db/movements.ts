import type { Movements } from "../../models/account/peer-place.ts";
import type { Month } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { type CopyRow, copyRows } from "./copy-reader.ts";
import type { Db } from "./db.ts";

/** Rows at a time; others are answered in between. */
const BLOCK = 2_000;

/**
 * What enterprises reported in a month and the month before, those that reported both, by the code of their section; whoever has
 * no known industry is in none. Inside a transaction.
 */
export async function movementsBySection(
  tx: Db,
  profile: Profile,
  month: Month,
): Promise<ReadonlyMap<string, Movements>> {
  const sections = new Map<string, Moved[]>();
  const place = placer(profile);
  for await (const block of copyRows(tx.copyOut(reportedIn(month)), toReported, BLOCK)) {
    for (const one of block) {
      const [section, moved] = place(one) ?? [];
      if (section === undefined || moved === undefined) continue;
      const found = sections.get(section);
      if (found) found.push(moved);
      else sections.set(section, [moved]);
    }
  }
  return new Map(Array.from(sections, ([section, moved]) => [section, columnsOf(moved)]));
}

function reportedIn(month: Month): string {
  if (!Number.isSafeInteger(month)) throw new RangeError(`a month must be a whole number, got ${month}`);
  return `select * from (
      select industry, region, headcount[${month} - first_month] as base, headcount[${month} - first_month + 1] as current
      from series where first_month < ${month} and industry is not null) reported
    where base is not null and current is not null`;
}

interface Reported {
  readonly industry: string;
  readonly region: string | null;
  readonly base: number;
  readonly current: number;
}

const toReported = (row: CopyRow): Reported => ({
  industry: row.text()!,
  region: row.text(),
  base: row.integer()!,
  current: row.integer()!,
});

/** Places in the profile's lists, and persons. */
type Moved = readonly [industry: number, region: number, base: number, current: number];

function placer(profile: Profile): (of: Reported) => readonly [section: string, moved: Moved] | null {
  const { codes, groupOf } = profileIndex(profile).section;
  const industryAt = new Map(profile.industries.map(({ code }, i) => [code, i]));
  const regionAt = new Map(profile.regions.map(({ code }, i) => [code, i]));
  return ({ industry, region, base, current }) => {
    const at = industryAt.get(industry);
    if (at === undefined) return null;
    return [codes[groupOf[at + 1]!]!, [at, (region === null ? null : regionAt.get(region)) ?? -1, base, current]];
  };
}

const columnsOf = (moved: readonly Moved[]): Movements => ({
  size: moved.length,
  industry: Int32Array.from(moved, ([industry]) => industry),
  region: Int32Array.from(moved, ([, region]) => region),
  base: Int32Array.from(moved, ([, , base]) => base),
  current: Int32Array.from(moved, ([, , , current]) => current),
});

/** One enterprise's finest known industry and region, and its reports. */
export interface Course {
  readonly industry: string | null;
  readonly region: string | null;
  /** Up to the month asked for, the newest first; null for a month without a report. */
  readonly newestFirst: readonly (number | null)[];
}

/** Null when it had not reported by then. */
export async function courseOf(db: Db, enterprise: number, month: Month): Promise<Course | null> {
  const [row] = await db.query<{ industry: string | null; region: string | null; headcount: (number | null)[] }>(
    `select industry, region, headcount[1:$2 - first_month + 1] || array_fill(null::integer, array[greatest(0, $2 - first_month + 1 - cardinality(headcount))])
       as headcount from series where enterprise_id = $1 and first_month <= $2`,
    [enterprise, month],
  );
  return row ? { industry: row.industry, region: row.region, newestFirst: row.headcount.toReversed() } : null;
}
