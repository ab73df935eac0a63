import type { RuleCheck } from "../../models/account/rule-check.ts";
import { partTitle } from "../../models/explain/explain-risk.ts";
import { join } from "../../models/explain/explain-words.ts";
import { formatMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import type { Contribution } from "../../models/risk/contributions.ts";
import { type Text, text } from "../../models/text.ts";
import type { Run } from "../../src/db/run.ts";
import type { Account } from "./account.ts";
import { conditionWords } from "./condition-words.ts";

/** An account as lines for a person; `peers` already in words. */
export function accountLines(
  account: Account,
  run: Run,
  thresholdSet: string,
  peers: readonly Text[],
  profile: Named,
): readonly Text[] {
  return [
    account.sentence,
    ...figureLines(account),
    text("同类企业（由细到粗）：", "Peers, from the finest group up:"),
    ...peers.map(indented),
    ...contributionLines(account.contributions),
    ...ruleLines(account.rules, profile),
    ...pathLines(account),
    text(
      `依据：任务${run.id}，数据批次${run.vintage.batch}（${run.vintage.publishedOn}止），阈值方案 ${thresholdSet}（${run.thresholdSetId}），模型 ${run.model}`,
      `From run ${run.id}, data up to batch ${run.vintage.batch} (${run.vintage.publishedOn}), threshold set ${thresholdSet} (${run.thresholdSetId}), model ${run.model}`,
    ),
    account.differing.length === 0
      ? text("按相同数据重新计算，结果与存档一致。", "Computed anew on the same data it gives what was stored.")
      : text(
          `重新计算与存档不一致：${account.differing.join("、")}`,
          `Computed anew these differ from what was stored: ${account.differing.join(", ")}`,
        ),
  ];
}

const indented = ({ zh, en }: Text): Text => text(`  ${zh}`, `  ${en}`);

const shown = (value: number | null, digits: number): string =>
  value === null || Number.isNaN(value) ? "—" : value.toFixed(digits);

function figureLines({ score, leakLimit, boundZ, riskKind }: Account): readonly Text[] {
  const [z, q, leak] = [shown(score.z, 2), shown(score.q, 4), shown(score.leak, 2)];
  const [slope, p] = [shown(score.slope === null ? null : score.slope * 100, 2), shown(score.trendP, 3)];
  const limits = score.riskLow === null ? "" : `[${shown(score.riskLow, 4)}, ${shown(score.riskHigh, 4)}]`;
  const [elsewhere, zh, en] = [riskKind === "shipped", "外地所测区间", "80 % interval, measured elsewhere"];
  const interval =
    limits === ""
      ? text("", "")
      : text(`（${elsewhere ? zh : "80%区间"}${limits}）`, ` (${elsewhere ? en : "80 % interval"} ${limits})`);
  return [
    text(
      `异常值 z ${z}（下限在 ${boundZ.toFixed(2)}）；错报占比 q ${q}；累计量 ${leak}（界限 ${leakLimit.toFixed(2)}）`,
      `z ${z} (lower bound at ${boundZ.toFixed(2)}); q ${q}; leak ${leak} (limit ${leakLimit.toFixed(2)})`,
    ),
    text(
      `趋势每月 ${slope}%（p ${p}）；最近一次水平变动 ${score.breakMonth === null ? "—" : formatMonth(score.breakMonth)}；风险 ${shown(score.risk, 4)}${interval.zh}`,
      `trend ${slope} % a month (p ${p}); latest level shift ${score.breakMonth === null ? "—" : formatMonth(score.breakMonth)}; risk ${shown(score.risk, 4)}${interval.en}`,
    ),
  ];
}

function contributionLines(parts: readonly Contribution[]): readonly Text[] {
  if (parts.length === 0) return [];
  const line = ({ name, value, logOdds }: Contribution): Text => {
    const title = partTitle(name) ?? text(name, name);
    const [at, signed] = [
      Number.isNaN(value) ? "" : ` = ${value.toFixed(3)}`,
      `${logOdds < 0 ? "" : "+"}${logOdds.toFixed(3)}`,
    ];
    return text(`${signed}  ${title.zh}${at}`, `${signed}  ${title.en}${at}`);
  };
  return [
    text(
      "风险构成（对数优势，由大到小，合计即风险）：",
      "What the risk is made of (log-odds, strongest first; they sum to it):",
    ),
    ...parts.map(line).map(indented),
  ];
}

type Named = Pick<Profile, "eventKinds" | "levels">;

function ruleLines(rules: readonly RuleCheck[], profile: Named): readonly Text[] {
  const held = rules.filter((rule) => rule.held);
  if (held.length === 0) return [text(`${rules.length} 条规则均未触发。`, `None of the ${rules.length} rules holds.`)];
  return [text("触发的规则：", "Rules that hold:"), ...held.map((rule) => ruleLine(rule, profile)).map(indented)];
}

function ruleLine({ name, level, conditions }: RuleCheck, profile: Named): Text {
  const asked = join(
    conditions.map((condition) => conditionWords(condition, profile)),
    "；",
    "; ",
  );
  const called = profile.levels.find(({ code }) => code === level)?.name ?? text("仅标示", "shown only");
  return text(`${name.zh}（${called.zh}）：${asked.zh}`, `${name.en} (${called.en}): ${asked.en}`);
}

function pathLines({ course: { path, months } }: Account): readonly Text[] {
  const last = months.at(-1);
  if (path.kind !== "path" || last === undefined) return [];
  const round = (value: number) => Math.round(value);
  return path.months.map(({ mean, low80, high80, low95, high95 }, i) => {
    const month = formatMonth(last.month + 1 + i);
    const limits = `80% ${round(low80)}—${round(high80)}, 95% ${round(low95)}—${round(high95)}`;
    return text(
      `按自身走势，${month}预计${round(mean)}人（${limits}）`,
      `By its own course ${round(mean)} people in ${month} (${limits})`,
    );
  });
}
