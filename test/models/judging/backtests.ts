import { LARGE_REDUCTION } from "../../../models/judging/event-definition.ts";
import { type BacktestInput, judgeBacktest } from "../../../models/judging/judge-backtest.ts";
import { JUDGING, threshold } from "../../../models/judging/thresholds.ts";
import { text } from "../../../models/text.ts";
import { seeded } from "../panels.ts";

/** A year of months known; the first is 2023-01. */
const FIRST = 24276;
const MONTHS = 12;
const ENTERPRISES = 200;

/** Every tenth enterprise loses people in a month of its own; a good score sees it two months ahead, mostly. */
export function madeUpBacktest(change: Partial<BacktestInput> = {}): BacktestInput {
  const random = seeded(5);
  const count = ENTERPRISES * MONTHS;
  const rows = {
    enterprise: Int32Array.from({ length: count }, (_, i) => 1 + Math.floor(i / MONTHS)),
    month: Int32Array.from({ length: count }, (_, i) => FIRST + (i % MONTHS)),
    size: Int32Array.from({ length: count }, (_, i) => 10 + ((Math.floor(i / MONTHS) * 37) % 400)),
    outcome: new Int8Array(count),
  };
  const eventMonth = (enterprise: number) => FIRST + 4 + (enterprise % 9);
  const ahead = (i: number) => eventMonth(rows.enterprise[i]!) - rows.month[i]!;
  const hasEvent = (i: number) => rows.enterprise[i]! % 10 === 0;
  rows.outcome.forEach((_, i) => {
    rows.outcome[i] = rows.month[i]! > FIRST + MONTHS - 4 ? -1 : Number(hasEvent(i) && ahead(i) >= 1 && ahead(i) <= 3);
  });
  const good = Float64Array.from(rows.outcome, (y) => (y === 1 ? 0.1 + 0.5 * random() : 0.2 * random() ** 2));
  const events = Array.from({ length: ENTERPRISES / 10 }, (_, i) => ({
    ...{ enterprise: (i + 1) * 10, month: eventMonth((i + 1) * 10) },
    people: 25 + i,
  })).filter(({ month }) => month < FIRST + MONTHS);
  return {
    ...{ definition: LARGE_REDUCTION, rows, events, interventions: [], observedTo: FIRST + MONTHS - 1 },
    scores: [
      {
        ...{ id: "risk", name: text("本系统风险", "our risk"), score: good, probability: true },
        limits: { red: 0.3, orange: 0.15 },
      },
      {
        ...{ id: "chance", name: text("随机", "chance"), score: good.map(() => random()), probability: false },
      },
    ],
    thresholds: { ...JUDGING, resamples: threshold(200, "resamples", "convention", text("测试", "a test")) },
    random: seeded(11),
    ...change,
  };
}

export const madeUpTable = () => judgeBacktest(madeUpBacktest());
