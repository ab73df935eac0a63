import type { JudgedCount } from "../../../models/counts/judge-counts.ts";
import { figureName, UNKNOWN } from "../../../models/figure.ts";
import type { TotalForecast } from "../../../models/forecast/total-forecast.ts";
import type { Contribution } from "../../../models/groups/group-snapshot.ts";
import { type GroupTold, ownGroup } from "../../../models/groups/own-group.ts";
import { withBelow } from "../../../models/industry.ts";
import { formatMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { profileIndex } from "../../../models/profile-index.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { NamedContribution } from "../../../reports/outlook-facts.ts";
import type { Db } from "../../db/db.ts";
import { enterpriseCodes } from "../../db/enterprise.ts";
import { namesOf } from "../../db/register.ts";
import { latestRuns, type Run } from "../../db/run.ts";
import { alertInbox, inboxCounts, placeAlerts } from "../../db/scope/alert-inbox.ts";
import { groupCounts, groupForecast } from "../../db/scope/group-figures.ts";
import { completenessIn } from "../../db/scope/overview-counts.ts";
import { ownPanel } from "../../db/scope/own-panel.ts";
import { OPEN, told } from "../alerts/inbox-view.ts";
import { toldMonth } from "../answers/month.ts";
import type { Asked } from "../asked.ts";
import type { GroupView } from "./group-answer.ts";
import { storedGroup } from "./stored-group.ts";

/** A group that has a page: an industry section or division, or a region. */
export interface Group {
  readonly dimension: "section" | "division" | "region";
  readonly code: string;
}

/** More alerts than a page can use; the inbox, narrowed to the group, has the rest. */
const MOST_ALERTS = 50;

/** What is told of a group of enterprises; null where the reader has none in it. */
export const groupView = (asked: Asked<unknown>, profile: Profile, group: Group): Promise<GroupView | null> =>
  asked.read(async (tx, reach) => {
    const runs = await latestRuns(tx);
    const run = runs.at(-1);
    const found = run && (await toldOf(tx, reach, profile, group, runs, run));
    if (!run || !found) return null;
    const { losses, gains, ...outline } = found.outline;
    const members = membersOf(profile, group);
    const named = await namer(tx, [...losses, ...gains]);
    const filter = { states: OPEN, level: null, ...members, enterprise: null };
    const page = { levels: profile.levels.map(({ code }) => code), after: null, size: MOST_ALERTS };
    return {
      ...group,
      ...{ name: figureName(profile, group.dimension, group.code), month: formatMonth(run.month) },
      ...{ parent: parentOf(profile, group), of: reach.all ? "whole" : "own" },
      ...{ figures: found.figures, below: found.below, expected: found.expected.map(toldMonth) },
      outline: { ...outline, losses: losses.map(named), gains: gains.map(named) },
      forecast: reach.all ? await forecastOf(tx, run, group) : null,
      counts: reach.all ? await groupCounts<JudgedCount>(tx, run.id, group) : [],
      completeness: await completenessIn(tx, reach, run.id, members),
      open: [...(await inboxCounts(tx, reach, filter)).values()].reduce((sum, count) => sum + count, 0),
      alerts: (await alertInbox(tx, reach, filter, page)).map((alert) => told(asked, alert)),
      place: (await placeAlerts(tx, reach, filter)).map((alert) => told(asked, alert)),
    };
  });

async function forecastOf(tx: Db, run: Run, group: Group) {
  const forecast = await groupForecast<TotalForecast>(tx, run.id, group);
  return forecast && toldMonth(forecast);
}

/** Whoever sees all reads what the runs stored; of a part the same is reckoned from the histories that are one's own. */
const toldOf = async (
  tx: Db,
  reach: Reach,
  profile: Profile,
  group: Group,
  runs: readonly Run[],
  run: Run,
): Promise<GroupTold | null> =>
  reach.all
    ? storedGroup(tx, runs, run, group)
    : ownGroup(
        await ownPanel(tx, reach, profile, run, membersOf(profile, group)),
        profile,
        profileIndex(profile),
        group,
      );

const membersOf = ({ industries }: Profile, { dimension, code }: Group) =>
  dimension === "region"
    ? { industries: null, region: code }
    : { industries: withBelow(industries, code), region: null };

const parentOf = ({ industries }: Profile, { dimension, code }: Group): string | null =>
  dimension === "region" ? null : (industries.find((one) => one.code === code)?.parent ?? null);

async function namer(tx: Db, contributions: readonly Contribution[]) {
  const codes = await enterpriseCodes(
    tx,
    contributions.map(({ enterprise }) => enterprise),
  );
  const names = await namesOf(tx, [...codes.values()]);
  return (one: Contribution): NamedContribution => {
    const code = codes.get(one.enterprise) ?? String(one.enterprise);
    return { ...one, code, name: names.get(code) ?? code };
  };
}

/** The group that a code of the address means; null where the profile has none, or none that figures are made of. */
export function groupOf(profile: Profile, kind: "industry" | "region", code: string): Group | null {
  if (kind === "region") return profile.regions.some((one) => one.code === code) ? { dimension: "region", code } : null;
  const { section, division } = profileIndex(profile);
  if (code.endsWith(UNKNOWN)) return null;
  if (section.codes.includes(code)) return { dimension: "section", code };
  return division.codes.includes(code) ? { dimension: "division", code } : null;
}
