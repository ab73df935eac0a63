import { type Asker, changeOf, peerPlace } from "../../models/account/peer-place.ts";
import { sectionOf } from "../../models/industry.ts";
import type { Profile } from "../../models/profile.ts";
import { treeOf } from "../../models/scoring/cohort-tree.ts";
import { limitsOf } from "../../models/scoring/limits.ts";
import { sizeBand } from "../../models/size-band.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseIdsOf } from "../../src/db/enterprise.ts";
import { type Course, courseOf } from "../../src/db/movements.ts";
import type { Run } from "../../src/db/run.ts";
import { thresholdSet } from "../../src/db/threshold-set.ts";
import type { ToldPeers } from "../../src/web/enterprise/parts-answer.ts";
import { peerName } from "../explain/peer-words.ts";
import type { SectionMovements } from "./section-movements.ts";

/**
 * Who an enterprise was compared with in a run and where it stands among them: counts and a median over a group that the score
 * took for large enough. It reads past the reader's reach, as the score did, and names nobody.
 */
export async function peersOf(
  db: Db,
  profile: Profile,
  movements: SectionMovements,
  run: Run,
  code: string,
): Promise<ToldPeers | null> {
  const id = (await enterpriseIdsOf(db, [code])).get(code);
  const course = id === undefined ? null : await courseOf(db, id, run.month);
  if (course === null || course.industry === null) return null;
  const section = sectionOf(profile, course.industry);
  const moved = section && (await movements(run, section));
  if (!moved) return null;
  const { set } = await thresholdSet(db, run.thresholdSetId);
  const tree = treeOf(profile);
  const asker = askerOf(course, profile);
  const place = peerPlace(moved, tree, limitsOf(set.detector), asker);
  if (place === null) return null;
  const { enterprises, median, spread, below } = place;
  return { group: peerName(place, asker, profile), enterprises, median, spread, own: asker.own, below };
}

function askerOf({ industry, region, newestFirst }: Course, profile: Profile): Asker {
  const [current = null, base = null] = newestFirst;
  return {
    industry: profile.industries.findIndex(({ code }) => code === industry),
    region: profile.regions.findIndex(({ code }) => code === region),
    band: sizeBand(profile.sizeBands, newestFirst.slice(1).find((one) => one !== null) ?? current ?? 0),
    own: base === null || current === null ? null : changeOf(base, current),
  };
}
