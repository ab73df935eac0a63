import { peerPlace } from "../../models/account/peer-place.ts";
import { rowOf } from "../../models/fill-panel.ts";
import { sectionOf } from "../../models/industry.ts";
import type { Profile } from "../../models/profile.ts";
import { cohortTree } from "../../models/scoring/cohort-tree.ts";
import { limitsOf } from "../../models/scoring/limits.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseIdsOf } from "../../src/db/enterprise.ts";
import type { Run } from "../../src/db/run.ts";
import { enterpriseIndustry } from "../../src/db/series.ts";
import { thresholdSet } from "../../src/db/threshold-set.ts";
import type { ToldPeers } from "../../src/web/enterprise/parts-answer.ts";
import { peerName } from "../explain/peer-words.ts";
import type { SectionPanels } from "./section-panels.ts";

/**
 * Who an enterprise was compared with in a run and where it stands among them: counts and a median over a group that the score
 * took for large enough. It reads past the reader's reach, as the score did, and names nobody.
 */
export async function peersOf(
  db: Db,
  profile: Profile,
  panels: SectionPanels,
  run: Run,
  code: string,
): Promise<ToldPeers | null> {
  const id = (await enterpriseIdsOf(db, [code])).get(code);
  const industry = id === undefined ? null : await enterpriseIndustry(db, id);
  if (id === undefined || industry === null) return null;
  const { industries, regions, sizeBands, calendar } = profile;
  const panel = await panels(db, profile, run, sectionOf(profile, industry) ?? industry);
  const row = rowOf(panel, id);
  const { set } = await thresholdSet(db, run.thresholdSetId);
  const tree = cohortTree(industries, regions.length, sizeBands, calendar.springFestival);
  const place = row < 0 ? null : peerPlace(panel, tree, limitsOf(set.detector), row);
  if (place === null) return null;
  const { kind, band, enterprises, median, own, below } = place;
  const group = { kind, industry: place.industry, enterprises, change: median, leans: false };
  return { group: peerName(group, panel, row, band, profile), enterprises, median, own, below };
}
