import type { HeadcountRecord } from "../../models/record.ts";
import type { History } from "./history.ts";
import type { Place } from "./place.ts";
import { between, chance, integer, type Random } from "./random.ts";
import { dayOf, type Habits, trueReport } from "./report.ts";
import type { Vocabulary } from "./term.ts";

/** Of enterprise-months: what goes wrong between the form and the file. */
const RATES = {
  gap: 0.008,
  late: 0.03,
  revised: 0.02,
  /** 万人 for 人, or the other way round. */
  unit: 0.0012,
  sameTwice: 0.003,
  conflict: 0.0015,
} as const;
/** Months after the first report. */
const LATEST_REVISION = 3;
/** Of enterprises: silent for two to five months and then back. */
const SILENT_SPELL = 0.03;
const CLOSING_ZERO = 0.5;

/**
 * The rows of one enterprise as they arrive: late, revised, doubled, in the wrong unit or not at all. Months of a planned
 * change and the month before are only ever on time, revised or doubled, so that what was planted can be seen in the file.
 */
export function deliver(
  place: Place,
  random: Random,
  words: Vocabulary,
  habits: Habits,
  codeAt: (t: number) => string,
  history: History,
  planned: ReadonlySet<number>,
): HeadcountRecord[] {
  const silence = drawSilence(random, place.months);
  const rows: HeadcountRecord[] = [];
  for (let t = 0; t < place.months; t++) {
    if (history.headcount[t]! < 0) continue;
    if (history.endedAt === t && !chance(random, CLOSING_ZERO)) continue;
    const safe = planned.has(t) || planned.has(t + 1);
    const report = trueReport(place, random, words, habits, codeAt(t), history, t);
    if (!safe && (silence(t) || chance(random, RATES.gap))) continue;
    rows.push(...disturb(random, report, safe, place.months - t > LATEST_REVISION + 1));
  }
  return rows;
}

function drawSilence(random: Random, months: number): (t: number) => boolean {
  if (!chance(random, (SILENT_SPELL * months) / 36)) return () => false;
  const from = integer(random, 1, Math.max(1, months - 3));
  const until = from + integer(random, 2, 5);
  return (t) => t >= from && t < until;
}

/** settled: its revision would be known by the end of the simulation, so that a planned change ends up right. */
function disturb(random: Random, report: HeadcountRecord, safe: boolean, settled: boolean): HeadcountRecord[] {
  const revisable = !safe || settled;
  if (revisable && chance(random, RATES.revised)) {
    return [misstated(random, report), later(random, report, 1, LATEST_REVISION)];
  }
  if (chance(random, RATES.sameTwice)) return [report, report];
  if (safe) return [report];
  if (chance(random, RATES.late)) return [later(random, report, 1, 2)];
  if (chance(random, RATES.unit)) return inWrongUnit(random, report);
  if (chance(random, RATES.conflict)) return [report, misstated(random, report)];
  return [report];
}

function later(random: Random, report: HeadcountRecord, from: number, to: number): HeadcountRecord {
  return { ...report, publishedOn: dayOf(report.month + 1 + integer(random, from, to), integer(random, 1, 28)) };
}

function misstated(random: Random, report: HeadcountRecord): HeadcountRecord {
  const error = Math.max(1, Math.round(report.headcount * between(random, 0.01, 0.1)));
  return {
    ...report,
    headcount: report.headcount + (chance(random, 0.5) || report.headcount <= error ? error : -error),
  };
}

/** Half are noticed and sent again. */
function inWrongUnit(random: Random, report: HeadcountRecord): HeadcountRecord[] {
  const factor = chance(random, 0.5) ? 10_000 : 1 / 10_000;
  const wrong = { ...report, headcount: Math.round(report.headcount * factor * 10_000) / 10_000 };
  return chance(random, 0.5) ? [wrong, later(random, report, 1, 2)] : [wrong];
}
