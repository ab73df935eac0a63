import { figureName } from "../models/figure.ts";
import { type Month, monthInChinese, monthInEnglish, monthOfYear, yearOf } from "../models/month.ts";
import type { Profile } from "../models/profile.ts";
import type { DueKind } from "../models/report-kind.ts";
import type { ReportScope } from "../models/report-scope.ts";
import { type Text, text } from "../models/text.ts";

export function titleOf(profile: Profile, kind: DueKind, scope: ReportScope, month: Month): Text {
  const { zh, en } = whose(profile, kind, scope);
  const when = PERIODS[kind](month);
  return text(`${zh}${NAMES[kind].zh}（${when.zh}）`, `${en}: ${NAMES[kind].en}, ${when.en}`);
}

/** Whose enterprises a report speaks of, as a sentence names them. */
export function subjectOf(profile: Profile, scope: ReportScope): Text {
  const name = figureName(profile, scope.dimension, scope.code);
  if (scope.dimension !== "department") return name;
  return text(`${name.zh}主管企业`, `enterprises of the ${name.en}`);
}

const NAMES: Readonly<Record<DueKind, Text>> = {
  monthly: text("企业用工监测分析报告", "employment monitoring report"),
  dispatch: text("稳岗预警调度清单", "dispatch list of alerts"),
  quarterly: text("企业用工监测和稳岗预警情况通报", "circular on employment and alerts"),
  "half-year": text("上半年稳就业监测工作进度报告", "half-year progress report"),
  annual: text("稳就业监测工作成效报告", "annual report"),
};

/** The whole place's monthly report speaks of its key enterprises; a part's of that part's. */
function whose(profile: Profile, kind: DueKind, scope: ReportScope): Text {
  const name = figureName(profile, scope.dimension, scope.code);
  if (scope.dimension === "department") return text(`${name.zh}主管行业`, name.en);
  return kind === "monthly" && scope.dimension === "place" ? text(`${name.zh}重点`, name.en) : name;
}

const QUARTERS = ["一", "二", "三", "四"];

const PERIODS: Readonly<Record<DueKind, (month: Month) => Text>> = {
  monthly: (month) => text(monthInChinese(month), monthInEnglish(month)),
  dispatch: (month) => text(monthInChinese(month), monthInEnglish(month)),
  quarterly: (month) => {
    const quarter = Math.ceil(monthOfYear(month) / 3);
    return text(`${yearOf(month)}年第${QUARTERS[quarter - 1]}季度`, `${yearOf(month)} Q${quarter}`);
  },
  "half-year": (month) => text(`${yearOf(month)}年`, String(yearOf(month))),
  annual: (month) => text(`${yearOf(month)}年`, String(yearOf(month))),
};
