import type { Finding } from "./finding.ts";
import { freshnessOf } from "./freshness.ts";
import { formatMonth, type Month } from "./month.ts";
import { monthFinding, monthWarning } from "./month-finding.ts";
import { MONTH_LIMITS } from "./month-limits.ts";
import { coverageOf, type Group, type MonthPresence } from "./presence.ts";
import { type Text, text } from "./text.ts";

/** What the month's reports say beside last month's: warnings, because scoring says "silent" by itself, until the month is overdue. */
export function checkPresence(
  month: Month,
  presence: MonthPresence,
  asOf: string,
  codeOf: (row: number) => string,
): Finding[] {
  return [
    ...coverage(month, presence, asOf),
    ...named("appeared", presence.appeared, APPEARED, codeOf),
    ...named("vanished", presence.vanished, VANISHED, codeOf),
    ...named("frozen-six-months", presence.frozen, UNCHANGED, codeOf),
  ];
}

function coverage(month: Month, presence: MonthPresence, asOf: string): Finding[] {
  const share = coverageOf(presence);
  if (share === null || share >= MONTH_LIMITS.coverage.value) return [];
  const { code, severity, day } = freshnessOf(month, asOf);
  const percent = `${(share * 100).toFixed(1)}%`;
  return [
    monthFinding(
      severity,
      `coverage-${code}`,
      percent,
      text(
        `上月用工人数中本月仅${percent}的企业已报（应达95%），截至${asOf}为次月第${day}日。`,
        `Enterprises with only ${percent} of last month's headcount have reported (95 % wanted), on day ${day} of the next month.`,
      ),
      text(
        "请向未报企业和数据源催报；未报企业按“数据未报”处理，不作为正常或零。",
        "Remind the sources and enterprises; those missing count as silent, not as normal and not as zero.",
      ),
    ),
  ];
}

/** The month's number of reports against a band drawn from the months before; three of them at least. */
export function checkRowCount(now: number, before: readonly number[]): Finding[] {
  if (before.length < 3) return [];
  const mean = before.reduce((sum, n) => sum + n, 0) / before.length;
  const variance = before.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (before.length - 1);
  const band = Math.max(mean * MONTH_LIMITS.bandShare.value, Math.sqrt(variance) * MONTH_LIMITS.bandSpreads.value);
  if (Math.abs(now - mean) <= band) return [];
  const [low, high] = [Math.max(0, Math.ceil(mean - band)), Math.floor(mean + band)];
  return [
    monthWarning(
      "row-count-out-of-band",
      String(now),
      text(
        `本月报送${now}户，超出前${before.length}个月推算的${low}—${high}户区间。`,
        `${now} enterprises reported, outside the band of ${low}–${high} drawn from the ${before.length} months before.`,
      ),
      text(
        "请核对是否漏传文件、重复导入或更换了填报范围。",
        "Check for a missing file, a double delivery or a changed scope of reporting.",
      ),
    ),
  ];
}

interface Wording {
  readonly message: (count: number, examples: Text) => Text;
  readonly repair: Text;
}

const APPEARED: Wording = {
  message: (n, examples) =>
    text(
      `${n}户本月有数而上月无数，最大者：${examples.zh}。`,
      `${n} enterprises report now and did not last month, the largest: ${examples.en}.`,
    ),
  repair: text("请确认是新开业、补报还是代码变更。", "Confirm whether they are new, were late, or changed their code."),
};

const VANISHED: Wording = {
  message: (n, examples) =>
    text(
      `${n}户上月有数而本月未报，最大者：${examples.zh}。`,
      `${n} enterprises reported last month and not now, the largest: ${examples.en}.`,
    ),
  repair: text(
    "请核实是漏报、注销还是并入其他企业；沉默本身也是信号。",
    "Find out whether they forgot, closed or merged; silence itself is a signal.",
  ),
};

const STILL = { people: MONTH_LIMITS.unchangedPeople.value, months: MONTH_LIMITS.unchangedMonths.value };

const UNCHANGED: Wording = {
  message: (n, examples) =>
    text(
      `${n}户${STILL.people}人及以上企业连续${STILL.months}个月人数完全相同：${examples.zh}。`,
      `${n} enterprises of ${STILL.people} or more report the same number for ${STILL.months} months: ${examples.en}.`,
    ),
  repair: text("请核实是否沿用旧数未更新。", "Check whether an old figure is being repeated."),
};

function named(code: string, { count, largest }: Group, wording: Wording, codeOf: (row: number) => string): Finding[] {
  if (count === 0) return [];
  const shown = text(
    largest.map(({ row, headcount }) => `${codeOf(row)}（${headcount}）`).join("、"),
    largest.map(({ row, headcount }) => `${codeOf(row)} (${headcount})`).join(", "),
  );
  return [monthWarning(code, String(count), wording.message(count, shown), wording.repair)];
}

/** A published industry headcount against the sum of its enterprises. */
export interface IndustryComparison {
  readonly industry: string;
  readonly region: string | null;
  readonly published: number;
  readonly summed: number;
}

/** Differences between published industry totals and the enterprises' sums, in one finding each code; largest first. */
export function checkIndustryTotals(month: Month, comparisons: readonly IndustryComparison[]): Finding[] {
  const off = comparisons
    .filter((c) => c.published !== c.summed)
    .sort((a, b) => Math.abs(b.published - b.summed) - Math.abs(a.published - a.summed));
  return off.map((c) =>
    monthWarning(
      "industry-total-differs",
      `${c.industry}${c.region ? `@${c.region}` : ""}: ${c.published}`,
      text(
        `${formatMonth(month)} 行业 ${c.industry}${c.region ? `（${c.region}）` : ""} 公布 ${c.published} 人，企业合计 ${c.summed} 人，相差 ${c.published - c.summed} 人。`,
        `${formatMonth(month)}: industry ${c.industry}${c.region ? ` (${c.region})` : ""} was published as ${c.published}, its enterprises sum to ${c.summed}, a difference of ${c.published - c.summed}.`,
      ),
      text(
        "请核对行业口径与漏报企业；报告以企业合计为准。",
        "Check the industry's scope and missing enterprises; the report stands on the enterprises' sum.",
      ),
    ),
  );
}

/** Pairs of enterprises of which one lost about the people the other gained in the same month, by code. */
export const checkTransfers = (pairs: readonly { readonly from: string; readonly to: string }[]): Finding[] =>
  pairs.map(({ from, to }) =>
    monthWarning(
      "counterpart-transfer",
      `${from} → ${to}`,
      text(
        `${from} 减少的人数与 ${to} 同月增加的人数相当，按转移处理，不计为裁员。`,
        `${from} lost about the people that ${to} gained in the same month; taken as a transfer, not as a layoff.`,
      ),
      text(
        "请核实是否为转移、合并或代码变更，并在名录中登记承继关系。",
        "Confirm the transfer, merger or change of code, and enter the successor in the register.",
      ),
    ),
  );
