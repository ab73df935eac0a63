import type { ForecastOutcome } from "../../models/forecast/forecast-outcome.ts";
import { type Text, text } from "../../models/text.ts";
import { signedPercent } from "../number.ts";
import type { OutlookFacts } from "../outlook-facts.ts";
import { people } from "./outlook.ts";

type Forecast = OutlookFacts["forecasts"][number];

/** By which method a forecast was made. */
export function methodSentence({ made: { path } }: Forecast): Text {
  if (path.kind !== "path") return text("", "");
  const { zh, en } = METHODS[path.method];
  return text(`预测方法：${zh}。`, `Method of the forecast: ${en}.`);
}

const METHODS = { theta: text("Theta法", "Theta"), damped: text("阻尼指数平滑", "damped smoothing") } as const;

/** How earlier forecasts of this month did, the latest first. */
export function outcomeSentence({ outcomes }: Forecast): Text {
  if (outcomes.length === 0)
    return text("此前各月没有对本月的预测可供对照。", "No earlier forecast speaks of this month.");
  const told = outcomes.toSorted((a, b) => a.ahead - b.ahead).map(outcomeWords);
  return text(
    `${told.map((one) => one.zh).join("；")}（均按作出预测时的企业口径折算）。`,
    `${told.map((one) => one.en).join("; ")} (on the enterprises of the month the forecast was made in).`,
  );
}

/** By how much the printed persons missed: (actual − foretold) ÷ foretold, both as printed. null when nobody was foretold. */
export function printedError({ foretold, actual }: Pick<ForecastOutcome, "foretold" | "actual">): number | null {
  const [told, came] = [Math.round(foretold), Math.round(actual)];
  return told > 0 ? (came - told) / told : null;
}

function outcomeWords(outcome: ForecastOutcome): Text {
  const { ahead, foretold, actual, inside95 } = outcome;
  const error = printedError(outcome);
  const off = error === null ? text("", "") : text(`，误差${signedPercent(error)}`, `, off by ${signedPercent(error)}`);
  return text(
    `${ahead}个月前预测本月${people(foretold)}人，实际${people(actual)}人${off.zh}，${inside95 ? "在" : "超出"}95%区间`,
    `${ahead} month${ahead > 1 ? "s" : ""} ago ${people(foretold)} were foretold, ${people(actual)} came${off.en}, ${inside95 ? "inside" : "outside"} the 95 % limits`,
  );
}

/** How often the limits held over the past year. */
export function recordSentence({ record }: OutlookFacts): Text {
  if (record.length < 2) return text("", "");
  const inside = (of: "inside80" | "inside95") => record.filter((outcome) => outcome[of]).length;
  return text(
    `近${record.length}次提前一个月的预测，${inside("inside80")}次落在80%区间、${inside("inside95")}次落在95%区间。`,
    `Of the last ${record.length} forecasts a month ahead, ${inside("inside80")} fell inside the 80 % limits and ${inside("inside95")} inside the 95 % limits.`,
  );
}

/** Sections whose last forecast missed; nothing when none was made. */
export function sectionOutcomeSentence({ forecasts }: OutlookFacts): Text {
  const sections = forecasts.flatMap(({ made, name, outcomes }) =>
    made.dimension === "section" ? outcomes.filter(({ ahead }) => ahead === 1).map((o) => ({ name, ...o })) : [],
  );
  if (sections.length === 0) return text("", "");
  const missed = sections.filter(({ inside95 }) => !inside95);
  const zh = missed.map((m) => `${m.name.zh}（${signedPercent(printedError(m) ?? 0)}）`).join("、");
  const en = missed.map((m) => `${m.name.en} (${signedPercent(printedError(m) ?? 0)})`).join(", ");
  return text(
    `分行业上月预测${sections.length}项，${missed.length === 0 ? "均在95%区间内" : `超出95%区间的${missed.length}项：${zh}`}。`,
    `Of ${sections.length} section forecasts made last month, ${missed.length === 0 ? "all stayed inside the 95 % limits" : `${missed.length} left the 95 % limits: ${en}`}.`,
  );
}

/** Which series is forecast, and what it therefore does not say. */
export const SERIES_NOTE = text(
  "预计和预测用链接可比序列：逐月只比较前后两月均报送的企业，新进、退出、登记的合并划转和异常跳变不计，因此说的是本月报送企业的用工，不含新设和关闭的企业；春节返乡按离节日的天数估计后扣除再加回。",
  "Expectations and forecasts stand on the linked series: each month compares only enterprises that reported it and the month before, without entries, exits, registered mergers and transfers, and jumps. They speak of this month's reporters, not of enterprises founded or closed. Spring Festival is taken out by its distance in days and put back.",
);
