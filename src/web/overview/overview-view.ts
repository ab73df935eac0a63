import { type Figure, figureName } from "../../../models/figure.ts";
import { type GroupLine, LINE_MONTHS } from "../../../models/groups/group-line.ts";
import { formatMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { type ProfileIndex, profileIndex } from "../../../models/profile-index.ts";
import { judge } from "../../../reports/judgement.ts";
import { liveNow } from "../../db/live.ts";
import { latestRuns } from "../../db/run.ts";
import { placeAlerts } from "../../db/scope/alert-inbox.ts";
import { type LevelMove, levelMoves, type OpenCount, openCounts } from "../../db/scope/overview-counts.ts";
import { OPEN, told } from "../alerts/inbox-view.ts";
import { type Asked, personOf } from "../asked.ts";
import { toReview } from "../data/to-review.ts";
import type { WebOptions } from "../options.ts";
import { levelStands } from "./level-stands.ts";
import type { OverviewView, ToldLine } from "./overview-answer.ts";
import type { Standings } from "./standing.ts";

/** How one's own enterprises stand, as the newest run saw it, and what waits for one's review. */
export const overviewView = async (
  asked: Asked<unknown>,
  { db, profile, standingOf }: Pick<WebOptions, "db" | "profile" | "standingOf">,
): Promise<OverviewView> => ({
  ...(await standsOf(asked, profile, standingOf)),
  toReview: (await toReview(db, personOf(asked), profile)).length,
});

const standsOf = (
  asked: Asked<unknown>,
  profile: Profile,
  standingOf: Standings,
): Promise<Omit<OverviewView, "toReview">> =>
  asked.read(async (tx, reach) => {
    const since = await liveNow(tx); // before all else is read: what comes meanwhile is told again, not lost
    const runs = (await latestRuns(tx)).slice(-LINE_MONTHS);
    const run = runs.at(-1) ?? null;
    const index = profileIndex(profile);
    const open = await openCounts(tx, reach);
    const stands = run && (await standingOf(tx, reach, runs, run));
    const place = await placeAlerts(tx, reach, { states: OPEN, level: null });
    const moves: readonly LevelMove[] = run ? await levelMoves(tx, reach, run.id) : [];
    const toldLine = lineTeller(profile, index, open);
    const of = (dimension: string) =>
      (stands?.lines ?? []).filter(({ figure }) => figure.dimension === dimension).map(toldLine);
    const [whole = null] = of("place");
    return {
      since,
      month: run ? formatMonth(run.month) : null,
      judgement: whole && judge(judgedFacts(whole, open, place, profile)),
      whole,
      completeness: stands?.completeness ?? null,
      levels: levelStands(profile.levels, open, moves),
      place: place.map((alert) => told(asked, alert)),
      industries: of("section"),
      regions: of("region"),
    };
  }, "read-alerts");

function judgedFacts(
  { rate, matched }: Pick<ToldLine, "rate" | "matched">,
  open: readonly OpenCount[],
  place: readonly unknown[],
  { levels }: Profile,
) {
  const at = (rank: number) => sum(open.filter(({ level }) => level === levels[rank]?.code));
  return { rate, compared: matched, collectiveMet: place.length > 0, top: at(0), second: at(1) };
}

function lineTeller(profile: Profile, index: ProfileIndex, open: readonly OpenCount[]) {
  const positions = new Map(profile.industries.map(({ code }, i) => [code, i]));
  const sectionOf = (industry: string | null): string =>
    index.section.codes[index.section.groupOf[(industry === null ? -1 : (positions.get(industry) ?? -1)) + 1]!]!;
  const isIn = ({ dimension, code }: Figure, { industry, region }: OpenCount) =>
    dimension === "section" ? sectionOf(industry) === code : region === code;
  return ({ figure, course }: GroupLine): ToldLine => {
    const { dimension, code, headcount, change, rate, matched, silent } = figure;
    const own = open.filter((count) => isIn(figure, count));
    return {
      ...{ code, name: figureName(profile, dimension, code), headcount, change, rate, matched, silent },
      open: Object.fromEntries(
        profile.levels.map((level) => [level.code, sum(own.filter((one) => one.level === level.code))]),
      ),
      course: course.map((persons) => (persons === null ? null : Math.round(persons))),
    };
  };
}

const sum = (counts: readonly OpenCount[]): number => counts.reduce((total, { count }) => total + count, 0);
