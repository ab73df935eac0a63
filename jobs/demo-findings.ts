import { formatMonth, type Month } from "../models/month.ts";
import type { Profile } from "../models/profile.ts";
import { type Text, text } from "../models/text.ts";
import { decisionsOf } from "../src/db/alert.ts";
import type { Db } from "../src/db/db.ts";
import { latestRuns } from "../src/db/run.ts";
import type { SimulatedCounty } from "../src/simulate/county.ts";

/** How long before a planted layoff an alert still counts as its warning. */
const WARNING_MONTHS = 3;

interface Episode {
  readonly code: string;
  readonly opened: Month;
  readonly closed: Month;
}

/** What the months found, and how that compares with what the simulator planted. */
export async function describeFindings(db: Db, profile: Profile, county: SimulatedCounty): Promise<Text[]> {
  const runs = await latestRuns(db);
  const last = runs.at(-1);
  if (!last) return [text("没有完成任何月份。", "No month was run.")];
  const newest = (await decisionsOf<Text>(db, last.id)).filter(
    (d) => d.levelAfter !== null && d.subjectKind === "enterprise",
  );
  const rank = (level: string | null) => profile.levels.findIndex((l) => l.code === level);
  const worst = newest.toSorted((a, b) => rank(a.levelAfter) - rank(b.levelAfter)).slice(0, 5);
  const counts = profile.levels.map((level) => ({
    level,
    open: newest.filter((d) => d.levelAfter === level.code).length,
  }));
  return [
    text(
      `${formatMonth(last.month)} 在警 ${newest.length} 户：${counts.map(({ level, open }) => `${level.name.zh}${level.shape} ${open}`).join("，")}。`,
      `${formatMonth(last.month)}: ${newest.length} alerts open: ${counts.map(({ level, open }) => `${level.name.en} ${level.shape} ${open}`).join(", ")}.`,
    ),
    ...worst.map((d) => text(`  ${d.subject} ${d.explanation.zh}`, `  ${d.subject} ${d.explanation.en}`)),
    await compareWithTruth(
      db,
      runs.map((run) => run.id),
      county,
    ),
  ];
}

async function compareWithTruth(db: Db, runs: readonly number[], county: SimulatedCounty): Promise<Text> {
  const episodes = await episodesOf(db, runs);
  const planted = [...county.enterprises()].flatMap((enterprise) => enterprise.layoffs);
  const warnings = planted.map((layoff) =>
    episodes.find(
      (e) =>
        e.code === layoff.code &&
        e.opened <= layoff.month &&
        e.closed >= layoff.month &&
        e.opened >= layoff.month - WARNING_MONTHS,
    ),
  );
  const caught = warnings.filter((episode) => episode !== undefined).length;
  const ahead = warnings.filter((episode, i) => episode !== undefined && episode.opened < planted[i]!.month).length;
  return text(
    `植入的裁员 ${planted.length} 次，当月或此前三个月内已预警 ${caught} 次，其中提前预警 ${ahead} 次；全部预警 ${episodes.length} 次。`,
    `${planted.length} planted layoffs, ${caught} alerted in their month or up to three before, ${ahead} of them ahead; ${episodes.length} alerts in all.`,
  );
}

async function episodesOf(db: Db, runs: readonly number[]): Promise<Episode[]> {
  const open = new Map<string, Episode>();
  for (const run of runs)
    for (const { subjectKind, subject, openedMonth, month } of await decisionsOf<Text>(db, run))
      if (subjectKind === "enterprise" && openedMonth !== null)
        open.set(`${subject}/${openedMonth}`, { code: subject, opened: openedMonth, closed: month });
  return [...open.values()];
}
