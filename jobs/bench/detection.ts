import { wilson } from "../../models/judging/wilson.ts";
import type { Profile } from "../../models/profile.ts";
import { Z95 } from "../../models/two-sided.ts";
import { simulateCounty } from "../../src/simulate/county.ts";
import { measureCost } from "./detection/cost.ts";
import { labelledEpisodes, measureEpisodes } from "./detection/episodes.ts";
import { type CalmOrder, measureFalseAlerts } from "./detection/false-alerts.ts";
import type { Histories } from "./detection/histories.ts";
import { measureInjections, type Outcome } from "./detection/injections.ts";
import { measurePlanted } from "./detection/planted.ts";
import { airlineHistories, cityHistories } from "./detection/read-histories.ts";
import { leakRunLength } from "./detection/run-length.ts";
import type { Measure } from "./table.ts";

export interface DetectionOrder {
  /** Folder with the public data: `airlines` and `kaunas_2023`. */
  readonly dir: string;
  /** The profile whose rules judge the simulated county, and the one of the city and the airlines. */
  readonly county: Profile;
  readonly city: Profile;
  readonly seeds: readonly number[];
  readonly rounds: number;
  readonly lastMonth: number;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
}

/** Everything the detector promises, measured: labelled airlines, injections into real series, planted layoffs, cost. */
export async function measureDetection(order: DetectionOrder): Promise<Readonly<Record<string, Measure[]>>> {
  const { dir, city, county, rounds, seeds } = order;
  const enterprises = await cityHistories(dir, city);
  const airlines = await airlineHistories(dir);
  const known = (await labelledEpisodes(dir)).map(({ carrier, month }) => ({ code: carrier, month }));
  const shortest = city.thresholds.detector.minimumHistory.value;
  const asked = { rounds, seed: seeds[0] ?? 1, headcount: 50 };
  const inCity = { ...asked, history: 7, disturbed: 0.1 };
  const inAirlines = { ...asked, rounds: rounds * 10, history: 36, disturbed: 0.5, known };
  return {
    "By design": [leakRunLength(county.thresholds.detector)],
    "Two airlines, 33 years": await episodeMeasures(dir, city),
    "Injections into calm enterprises of one city, 50 people and more": [
      ...[50, 20].map((headcount) => quiet(enterprises, city, { history: shortest, headcount })),
      ...injectionMeasures(measureInjections(enterprises, city, inCity)),
    ],
    "Injections into calm stretches of two airlines": [
      quiet(airlines, city, inAirlines),
      ...injectionMeasures(measureInjections(airlines, city, inAirlines)),
    ],
    "Simulated counties of 3,000 over 36 months": seeds.flatMap((seed) => plantedMeasures(order, seed)),
    "Cost of scoring, one thread": costMeasures(county, order.now),
  };
}

async function episodeMeasures(dir: string, profile: Profile): Promise<Measure[]> {
  const { layoffs, alerted, excused, outside } = await measureEpisodes(dir, profile);
  const count = (carrier: string) => outside.filter((alert) => alert.startsWith(carrier)).length;
  return [
    goal(
      "labelled mass layoffs alerted by their month",
      `${alerted.length} of ${layoffs.length}`,
      "all",
      alerted.length === layoffs.length,
    ),
    goal("alerts outside labelled episodes, American", String(count("american")), "≤ 5", count("american") <= 5),
    goal("alerts on Federal Express", String(count("federal_express")), "0", count("federal_express") === 0),
    goal("alerts on mergers, reporting steps and the blip", String(excused.length), "0", excused.length === 0),
  ];
}

/** Least share to be alerted, or most for what is no layoff. Others are shown without a goal. */
const GOALS: Readonly<Record<string, number>> = {
  "step 30 %": 0.95,
  "step 50 %": 0.95,
  "ramp 30 % over 3 months": 0.8,
};

const injectionMeasures = (outcomes: readonly Outcome[]): Measure[] =>
  outcomes.map(({ name, made, alerted }) => {
    const what = `${name}: alerted`;
    const value = `${alerted} of ${made} (${((100 * alerted) / made).toFixed(1)} %)`;
    const least = GOALS[name];
    return least === undefined ? { what, value } : goal(what, value, `≥ ${100 * least} %`, alerted >= least * made);
  });

/** With its 95 % interval: calm months are few. */
function quiet(histories: Histories, profile: Profile, asked: CalmOrder): Measure {
  const { alerts, months, enterprises } = measureFalseAlerts(histories, profile, asked);
  const rate = (share: number) => (100 * 12 * share).toFixed(2);
  const { low, high } = wilson(alerts, months, Z95);
  const counted = `${alerts} in ${(months / 12).toFixed(0)} years of ${enterprises} enterprises, 95 % ${rate(low)}–${rate(high)}`;
  const what = `false alerts per 100 calm enterprise-years, ${asked.headcount} people and more`;
  return goal(what, `${rate(alerts / months)} (${counted})`, "≤ 1", 1200 * alerts <= months);
}

function plantedMeasures({ county: profile, lastMonth }: DetectionOrder, seed: number): Measure[] {
  const county = simulateCounty({ enterprises: 3000, months: 36, seed, lastMonth, profile });
  const { planted, found, lead, festival, alerts, beside, burden } = measurePlanted(county, profile);
  const recall = found / planted;
  return [
    goal(
      `seed ${seed}: planted losses with an alert`,
      `${found} of ${planted} (${recall.toFixed(3)})`,
      "≥ .85",
      recall >= 0.85,
    ),
    goal(`seed ${seed}: median lead where an event went before`, `${lead} months`, "≥ 1", lead >= 1),
    goal(`seed ${seed}: January–March over the monthly mean`, festival.toFixed(2), "≤ 1.2", festival <= 1.2),
    {
      what: `seed ${seed}: alerts, of which beside any loss`,
      value: `${alerts}, ${beside} (${burden.toFixed(2)} a month per 100)`,
    },
  ];
}

function costMeasures(profile: Profile, now: () => number): Measure[] {
  const { peers, own } = measureCost(profile, 100_000, 5, now);
  const whole = peers + own;
  return [
    goal("steps 1–5 and 7, an enterprise of 36 months", `${whole.toFixed(1)} µs`, "≤ 10 µs", whole <= 10),
    { what: "  of which peers and spreads", value: `${peers.toFixed(1)} µs` },
    { what: "  of which its own months, features and risk", value: `${own.toFixed(1)} µs` },
  ];
}

const goal = (what: string, value: string, wanted: string, reached: boolean): Measure => ({
  what,
  value,
  goal: wanted,
  reached,
});
