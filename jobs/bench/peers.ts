import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Profile } from "../../models/profile.ts";
import { ask } from "./peers/ask.ts";
import { ownScoring } from "./peers/own-scoring.ts";
import { type SeriesWork, timeOwnSeries } from "./peers/own-series.ts";
import { randomPanel } from "./random-panel.ts";
import type { Measure } from "./table.ts";

const ENTERPRISES = 16_384;
const MONTHS = 36;
/** Ours and NumPy take turns, so that a busy minute hits both. */
const ROUNDS = 5;
/** The figures to beat (method set): microseconds an enterprise, and times faster than NumPy. */
const MOST_MICROSECONDS = 10;
const FASTER = 2.5;

interface Round {
  readonly peers: number;
  readonly own: number;
  readonly numpy: number | null;
}

/**
 * Scoring and the methods for one series beside the same in NumPy, SciPy, pandas, statsmodels and R, in one run, in
 * processor time on one thread each.
 */
export async function benchPeers(profile: Profile): Promise<Measure[]> {
  const rounds = await timeRounds(profile);
  const own = timeOwnSeries();
  const python = await ask<Record<string, number | null>>("python3", "series.py");
  const r = await ask<Record<string, number | null>>("Rscript", "series.R");
  return [...scoringRows(rounds), ...SERIES.flatMap((row) => seriesRows(row, own, { ...python, ...r }))];
}

async function timeRounds(profile: Profile): Promise<Round[]> {
  const panel = randomPanel(profile, ENTERPRISES, MONTHS);
  const { turn, cohorts } = ownScoring(profile, panel);
  const folder = await mkdtemp(join(tmpdir(), "wengang-peers-"));
  const rounds: Round[] = [];
  try {
    await writeFile(join(folder, "panel.bin"), panel.headcount);
    await writeFile(join(folder, "cohort.bin"), cohorts.cohort);
    turn();
    for (let k = 0; k < ROUNDS; k++) {
      const numpy = await askNumpy(folder);
      // The best of three, as the script takes it.
      const turns = [turn(), turn(), turn()].sort((a, b) => a.peers + a.own - b.peers - b.own);
      rounds.push({ peers: each(turns[0]!.peers), own: each(turns[0]!.own), numpy });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return rounds;
}

const each = (microseconds: number): number => microseconds / ENTERPRISES;

async function askNumpy(folder: string): Promise<number | null> {
  const sizes = [String(ENTERPRISES), String(MONTHS)];
  const answer = await ask<{ microseconds: number }>("python3", "features.py", folder, ...sizes);
  return answer && each(answer.microseconds);
}

function scoringRows(rounds: readonly Round[]): Measure[] {
  const peers = middle(rounds.map((round) => round.peers));
  const own = middle(rounds.map((round) => round.own));
  const all = middle(rounds.map((round) => round.peers + round.own));
  const timed = rounds.filter((round) => round.numpy !== null);
  const ratio = middle(timed.map((round) => round.numpy! / (round.peers + round.own)));
  const faster = { ratio, goal: `≥ ${FASTER} × ours`, reached: ratio >= FASTER };
  return [
    {
      what: `scoring steps 1–5 and 7, ${MONTHS} months, an enterprise`,
      value: microseconds(all),
      goal: `≤ ${MOST_MICROSECONDS} µs`,
      reached: all <= MOST_MICROSECONDS,
    },
    { what: "  of which cohort medians (step 2)", value: microseconds(peers), ratio: peers / all },
    { what: "  of which its own", value: microseconds(own), ratio: own / all },
    timed.length === 0
      ? notInstalled("the same features in vectorised NumPy")
      : {
          what: "the same features in vectorised NumPy",
          value: microseconds(middle(timed.map((round) => round.numpy!))),
          ...faster,
        },
  ];
}

interface SeriesRow {
  readonly what: string;
  readonly own: SeriesWork | null;
  readonly peers: readonly (readonly [key: string, name: string])[];
}

/** Our methods for one series, and who does the same. */
const SERIES: readonly SeriesRow[] = [
  { what: "Theil–Sen and Mann–Kendall, 24 months", own: "trend", peers: [["scipy_trend", "SciPy"]] },
  { what: "z and EWMA by group, 36 months", own: null, peers: [["pandas_ewma", "pandas"]] },
  {
    what: "robust STL, 36 months",
    own: "stl",
    peers: [
      ["statsmodels_stl", "statsmodels"],
      ["r_stl", "R stl"],
    ],
  },
  {
    what: "damped smoothing fitted, 36 months",
    own: "damped",
    peers: [
      ["statsmodels_damped", "statsmodels"],
      ["r_damped", "R ets"],
    ],
  },
  { what: "Theta, 36 months, 12 ahead", own: "theta", peers: [["r_theta", "R thetaf"]] },
  { what: "FarringtonFlexible, one month", own: "farrington", peers: [["r_farrington", "R surveillance"]] },
];

function seriesRows(
  { what, own, peers }: SeriesRow,
  ours: Record<SeriesWork, number>,
  theirs: Readonly<Record<string, number | null>>,
): Measure[] {
  const mine = own === null ? null : ours[own];
  const rows = peers.map(([key, name]): Measure => {
    const time = theirs[key] ?? null;
    if (time === null) return notInstalled(`  ${what}: ${name}`);
    return { what: `  ${what}: ${name}`, value: microseconds(time), ...(mine === null ? {} : { ratio: time / mine }) };
  });
  return mine === null ? rows : [{ what, value: microseconds(mine) }, ...rows];
}

const notInstalled = (what: string): Measure => ({ what, value: "not installed" });

const microseconds = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} µs`;

/** Upper median: one of the measured rounds. */
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
