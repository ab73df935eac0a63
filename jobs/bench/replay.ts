import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { LARGE_REDUCTION } from "../../models/judging/event-definition.ts";
import { JUDGING } from "../../models/judging/thresholds.ts";
import { compareSides } from "../../models/lab/compare-sides.ts";
import { labSide } from "../../models/lab/side.ts";
import { firstDay, type Month } from "../../models/month.ts";
import { GAP } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { WITHIN_FLOORS } from "../../models/replay/floors.ts";
import { type DatedEvent, keepMonth } from "../../models/replay/keep-month.ts";
import type { KeptMonth } from "../../models/replay/kept-month.ts";
import { packMonths, unpackMonth } from "../../models/replay/pack.ts";
import { type Timeline, timeline } from "../../models/replay/timeline.ts";
import { panelQ } from "../../models/scoring/panel-q.ts";
import { reusedRoom } from "../../models/shared-room.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import { integer, type Random, randomOf } from "../../src/simulate/random.ts";
import { replayed } from "../backtest/backtest.ts";
import { type Kept, keepScores, keptScores } from "../backtest/kept-file.ts";
import { scoreMonth } from "../backtest/score-month.ts";
import { simulatedUntil } from "../commands/simulate.ts";
import { type Measure, seconds } from "./table.ts";

/** Goals of replaying another threshold set: two seconds, and a fiftieth of scoring again. */
const MOST_MS = 2000;
const MOST_SHARE = 1 / 50;
const REPEATS = 3;

/** Another threshold set over stored scores, from opening the files to the last decision, beside scoring the months again. */
export async function measureReplay(profile: Profile, enterprises: number, months: number): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), "wengang-replay-"));
  try {
    const { kept, scoring } = await scoreHistory(profile, enterprises, months);
    await keepScores(folder, nothingJudged(), kept);
    const rows = kept.reduce((sum, month) => sum + month.rows.enterprise.length, 0);
    const set = otherSet(profile.thresholds);
    const times: number[] = [];
    for (let i = 0; i < REPEATS; i++) {
      const began = Date.now();
      const stored = await keptScores(folder, KEY);
      const { opened } = replayed(stored!.months, { set, profile });
      times.push(Date.now() - began);
      if (opened === 0) throw new RangeError("the replay opened no alert: there is nothing to measure");
    }
    const lab = tryInLab(kept, set, profile, enterprises);
    return [...measuresOf(enterprises * months, rows, scoring, Math.min(...times)), lab];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function measuresOf(all: number, rows: number, scoring: number, replay: number): Measure[] {
  return [
    { what: `score ${all.toLocaleString("en-US")} enterprise-months again`, value: seconds(scoring) },
    { what: "  of which kept for replay", value: rows.toLocaleString("en-US"), ratio: rows / all },
    {
      ...{ what: "replay another threshold set", value: seconds(replay), ratio: replay / scoring },
      ...{ goal: "≤ 2 s, ≤ 0.02", reached: replay <= MOST_MS && replay / scoring <= MOST_SHARE },
    },
  ];
}

/** What the page of thresholds does when it is asked first: two sets, from the bytes that the runs kept to who is added. */
function tryInLab(kept: readonly KeptMonth[], set: ThresholdSet, profile: Profile, enterprises: number): Measure {
  const packed = kept.map((month) => packMonths([month]));
  const random = randomOf(2, 0);
  const events = kept.flatMap(({ month }) =>
    Array.from({ length: Math.ceil(enterprises / LARGE_REDUCTIONS) }, () => ({
      ...{ enterprise: integer(random, 1, enterprises), month, people: 20 },
    })),
  );
  const times = Array.from({ length: REPEATS }, () => {
    const began = Date.now();
    const months = packed.map(({ places, bytes }) => unpackMonth(bytes, places[0]!));
    const sides = [profile.thresholds, set].map((one) => labSide(one, { months, events, interventions: [] }, profile));
    compareSides(sides[0]!, sides[1]!);
    return Date.now() - began;
  });
  const value = Math.min(...times);
  return { what: "two sets tried in the lab", value: seconds(value), goal: "≤ 2 s", reached: value <= MOST_MS };
}

/** One enterprise in so many has one in a month. */
const LARGE_REDUCTIONS = 500;

async function scoreHistory(profile: Profile, enterprises: number, months: number) {
  const random = randomOf(1, 0);
  const [from, to] = [simulatedUntil - months + 1, simulatedUntil];
  const history = timeline(profile, from, to, enterprises);
  const size = Float64Array.from({ length: enterprises }, () => Math.round(5 * (1 - random()) ** -0.8));
  registerAll(history, profile, enterprises);
  for (let month = from - 36; month < from; month++) reportMonth(history, month, size, random);
  const { thresholds, eventKinds } = profile;
  const kinds = eventKinds.map(({ code }) => code);
  const scorer = {
    profile,
    detector: thresholds.detector,
    model: null,
    workers: availableParallelism(),
    room: reusedRoom(),
  };
  const room = reusedRoom();
  const kept: KeptMonth[] = [];
  let scoring = 0;
  for (let month = from; month <= to; month++) {
    reportMonth(history, month, size, random);
    const events = someEvents(month, enterprises, kinds, random);
    const began = Date.now();
    const panel = history.panel(month, events, room());
    const scores = await scoreMonth(panel, events, scorer);
    const q = panelQ(panel, scores, thresholds.detector.leakReference.value);
    kept.push(keepMonth(panel, scores, q, events, kinds, WITHIN_FLOORS));
    scoring += Date.now() - began;
  }
  return { kept, scoring };
}

function registerAll(history: Timeline, { industries, regions }: Profile, enterprises: number): void {
  const divisions = industries.filter(({ parent }) => parent !== null);
  const towns = regions.filter(({ parent }) => parent !== null);
  const none = { closedMonth: null, successor: null, successorMonth: null };
  for (let enterprise = 1; enterprise <= enterprises; enterprise++) {
    const industry = divisions[enterprise % divisions.length]!.code;
    history.register({ enterprise, industry, region: towns[enterprise % towns.length]!.code, ...none });
  }
}

/** As jobs/bench/fill.ts: everybody moves by turnover like counted people do, a few in a thousand don't report. */
function reportMonth(history: Timeline, month: Month, size: Float64Array, random: Random): void {
  const headcount = new Int32Array(size.length);
  for (let i = 0; i < size.length; i++) {
    const spread = Math.sqrt(size[i]! * 0.03);
    size[i] = Math.max(1, Math.round(size[i]! + spread * (random() + random() + random() - 1.5) * 2));
    headcount[i] = random() < 0.004 ? GAP : size[i]!;
  }
  const enterprise = Array.from(headcount, (_, i) => i + 1).filter((id) => headcount[id - 1] !== GAP);
  const told = Int32Array.from(enterprise, (id) => headcount[id - 1]!);
  const months = new Int32Array(enterprise.length).fill(month);
  history.report({ enterprise, month: months, headcount: told, dispatch: null, hidden: null });
}

/** One enterprise in a thousand has something reported in a month. */
function someEvents(month: Month, enterprises: number, kinds: readonly string[], random: Random): DatedEvent[] {
  const told = Array.from({ length: Math.ceil(enterprises / 1000) }, () => integer(random, 1, enterprises));
  return told
    .sort((a, b) => a - b)
    .map((enterprise) => ({
      enterprise,
      kind: kinds[integer(random, 0, kinds.length - 1)]!,
      occurredOn: firstDay(month),
    }));
}

/** The place's own set with every line on persons a tenth lower. */
const otherSet = (set: ThresholdSet): ThresholdSet => ({
  ...set,
  rules: set.rules.map((rule) => {
    const { fallPeople: people } = rule.when;
    return people ? { ...rule, when: { ...rule.when, fallPeople: { ...people, value: people.value * 0.9 } } } : rule;
  }),
});

const KEY = "bench";

/** The files of a backtest of which only the scores are looked at. */
function nothingJudged(): Kept {
  const population = { rows: 0, enterprises: 0, from: null, to: null, events: 0, baseRate: null, unknown: 0, known: 0 };
  const truth = { events: [], interventions: [], observedTo: 0, from: 0, to: 0, population: [], enterpriseMonths: 0 };
  return {
    ...{ key: KEY, asPublished: 0, final: 0, model: "", since: 0 },
    table: { definition: LARGE_REDUCTION, thresholds: JUDGING, population, rows: [] },
    truth: { ...truth, thresholds: JUDGING },
  };
}
