import { cellOf, crossFoot, type Disagreement, footAlone } from "../models/cross-foot.ts";
import type { Figure } from "../models/figure.ts";
import { comparisonsIn } from "../models/joined-months.ts";
import { Problem } from "../models/problem.ts";
import { text } from "../models/text.ts";
import { checkOutlook } from "./check-outlook.ts";
import type { MonthlyInput } from "./input.ts";
import { peopleIn } from "./reduction-facts.ts";

/** Whether everything a monthly report prints adds up; throws a Problem that names the cells where it does not. */
export function checkFacts(input: MonthlyInput): void {
  const { figures, withoutDominant, scope } = input;
  const without = scope.dimension === "place" ? crossFoot(withoutDominant) : footAlone(withoutDominant);
  refuse([
    ...missingPlaces(input),
    ...[...crossFoot(figures), ...ratesAgain(figures)],
    ...[...without, ...ratesAgain(withoutDominant)].map((d) => ({ ...d, cell: `without-dominant/${d.cell}` })),
    ...againstEachOther(input),
    ...checkOutlook(input),
  ]);
}

/** Throws a Problem that names every cell where numbers do not meet (the first few in words); nothing when all do. */
export function refuse(found: readonly Disagreement[]): void {
  if (found.length === 0) return;
  const cells = found.slice(0, 5).map((d) => d.cell);
  throw new Problem(
    "unexpected",
    "report-does-not-add-up",
    text(
      `报告数字不能勾稽，共${found.length}处：${found.slice(0, 5).map(inChinese).join("；")}。`,
      `The report does not add up in ${found.length} cells: ${found.slice(0, 5).map(inEnglish).join("; ")}.`,
    ),
    text(
      `报告未签发。请重新运行本月任务；仍不一致的，将上述单元格（${cells[0]}等）报管理员。`,
      `The report was not issued. Run the month again; if it stays, report the cells (${cells[0]} …) to the administrator.`,
    ),
  );
}

const inChinese = (d: Disagreement) => `${d.cell} 应为${d.expected}（${d.rule}），实为${d.found}`;
const inEnglish = (d: Disagreement) => `${d.cell} should be ${d.expected} (${d.rule}) and is ${d.found}`;

type Rate = "rate" | "creation" | "destruction" | "hiddenRate";

/** What each rate is of what: persons over persons that are printed beside it. */
const RATES: Readonly<Record<Rate, (figure: Figure) => readonly [part: number | null, whole: number]>> = {
  rate: ({ change, base }) => [change, base],
  creation: ({ grossGain, base, current }) => [grossGain, (base + current) / 2],
  destruction: ({ grossLoss, base, current }) => [grossLoss, (base + current) / 2],
  hiddenRate: ({ hidden, hiddenHeadcount }) => [hidden, hiddenHeadcount],
};

/** Every rate once more, to the digits it is printed with; what is not computable stands as infinite. */
export function ratesAgain(figures: readonly Figure[]): Disagreement[] {
  const asPrinted = (rate: number | null) => (rate === null ? Number.POSITIVE_INFINITY : Math.round(rate * 1e4) / 1e4);
  return figures.flatMap((figure) =>
    (Object.keys(RATES) as Rate[]).flatMap((column) => {
      const [part, whole] = RATES[column](figure);
      const rate = part === null || whole === 0 ? null : part / whole;
      return differ(cellOf(figure, column), asPrinted(rate), asPrinted(figure[column]), "part ÷ whole");
    }),
  );
}

function missingPlaces({ profile, month, figures, withoutDominant }: MonthlyInput): Disagreement[] {
  const has = (among: readonly Figure[], baseline: string) =>
    among.some((f) => f.dimension === "place" && f.baseline === baseline);
  return comparisonsIn(month, profile.calendar.springFestival).flatMap((b) => [
    ...differ(`place/${b}`, 1, Number(has(figures, b)), "a figure of the place"),
    ...differ(`without-dominant/place/${b}`, 1, Number(has(withoutDominant, b)), "a figure of the place"),
  ]);
}

function againstEachOther(input: MonthlyInput): Disagreement[] {
  const place = input.figures.find((f) => f.dimension === "place" && f.baseline === "previous");
  if (!place) return [];
  const { completeness, reductions, trend, collective, movements } = input;
  const last = trend.at(-1);
  const { expected, reported, silent } = completeness;
  return [
    ...differ("completeness/reported", place.reporting, reported, "enterprises reporting"),
    ...differ("completeness/expected", reported + silent.length, expected, "reported + silent"),
    ...differ("trend/last/headcount", place.headcount, last?.headcount ?? 0, "persons reported this month"),
    ...differ("trend/last/change", place.change, last?.change ?? 0, "net change since last month"),
    ...(movements
      ? differ("movements/net", movements.change, movements.hired - movements.departed, "hired − departed")
      : []),
    ...exceeds("reductions/types", place.grossLoss, peopleIn(reductions.types)),
    ...exceeds("reductions/reasons", place.grossLoss, peopleIn(reductions.reasons)),
    ...completeness.batches.flatMap((b) => exceeds(`batch/${b.name}/read`, b.read, b.accepted + b.quarantined)),
    ...input.labels.flatMap((l) => exceeds(`labels/${l.rule}/alerted`, l.enterprises, l.alerted)),
    ...collective.flatMap(({ rule, enterprises, needed, bound, met }) => {
      const reached = enterprises >= needed && (bound === null || enterprises > bound);
      return differ(`collective/${rule}/met`, Number(reached), Number(met), "enterprises ≥ needed and > bound");
    }),
  ];
}

const differ = (cell: string, expected: number, found: number, rule: string): Disagreement[] =>
  expected === found ? [] : [{ cell, expected, found, rule }];

const exceeds = (cell: string, most: number, found: number): Disagreement[] =>
  found <= most ? [] : [{ cell, expected: most, found, rule: "at most" }];
