import type { StatusName } from "../score.ts";
import { type Text, text } from "../text.ts";
import type { LevelRule } from "../threshold.ts";
import { happened, namesOf } from "./event-words.ts";
import type { ExplainFacts } from "./explain-facts.ts";
import { explainHistory } from "./explain-history.ts";
import { besidePeers } from "./explain-peers.ts";
import { explainRisk } from "./explain-risk.ts";
import { situation } from "./explain-situation.ts";
import { isKnown, join, percent } from "./explain-words.ts";

/**
 * Why an enterprise stands where it stands, as one sentence made of facts alone. A value that is not there leaves its clause
 * out; a month without a report says so and never reads as a normal one.
 */
export function explain(facts: ExplainFacts): Text {
  const past = explainHistory(facts.history);
  const measured = [
    change(facts),
    ...past,
    besidePeers(facts),
    expectation(facts),
    quarter(facts),
    hidden(facts),
    caveat(facts),
  ];
  const clauses = [situation(facts), ...measured].filter((clause) => clause !== null);
  const risk = explainRisk(facts.risk, facts.contributions, facts.z);
  const said = [join(clauses, "，", ", "), happened(facts.events), risk, reached(facts.triggers, facts.strictness)];
  const parts = said.filter((part) => part !== null);
  const whole = join(parts, "；", "; ");
  return text(`${whole.zh}。`, `${whole.en}.`);
}

/** The same in one line for a phone: how many people, the change, what was reported. */
export function headlineOf(facts: ExplainFacts): Text {
  const parts = [situation(facts), change(facts), namesOf(facts.events)].filter((part) => part !== null);
  return join(parts, "，", ", ");
}

/** Names of the rules that hold and give a level, the most severe level first; those of one level in the set's order. */
export function triggersOf(
  rules: readonly LevelRule[],
  reached: readonly string[],
  levels: readonly { readonly code: string }[],
): Text[] {
  const rank = ({ level }: LevelRule) => levels.findIndex(({ code }) => code === level);
  return rules
    .filter((rule) => rule.level !== null && reached.includes(rule.id))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((rule) => rule.name);
}

function change({ status, headcount, previous }: ExplainFacts): Text | null {
  if (status === "silent" || status === "exited" || !isKnown(headcount) || !isKnown(previous)) return null;
  const people = headcount - previous;
  if (people === 0)
    return status === "returned"
      ? text("与缺报前最近一次报送持平", "unchanged from the last report before the gap")
      : text("与上月持平", "unchanged from the month before");
  const share = previous > 0 ? percent(people / previous) : null;
  const size = Math.abs(people);
  if (status === "returned")
    return text(
      `较缺报前最近一次报送${people < 0 ? "减少" : "增加"}${size}人${share === null ? "" : `（${share}）`}`,
      `${people < 0 ? "down" : "up"} ${size}${share === null ? "" : ` (${share})`} on the last report before the gap`,
    );
  return text(
    `较上月${people < 0 ? "减少" : "增加"}${size}人${share === null ? "" : `（${share}）`}`,
    `${people < 0 ? "down" : "up"} ${size}${share === null ? "" : ` (${share})`} on the month before`,
  );
}

function expectation({ expected, lower }: ExplainFacts): Text | null {
  if (!Number.isFinite(expected)) return null;
  const people = Math.round(expected);
  if (!Number.isFinite(lower)) return text(`预期${people}人`, `expected ${people}`);
  const bound = Math.round(lower);
  return text(`预期${people}人、下限${bound}人`, `expected ${people} and at least ${bound}`);
}

/** Said only when it adds something: a loss over three months larger than the last month's. */
function quarter({ status, fall3, headcount, previous }: ExplainFacts): Text | null {
  if (status !== "scored" && status !== "rebased") return null;
  const lastMonth = isKnown(headcount) && isKnown(previous) ? Math.max(0, previous - headcount) : 0;
  const people = Math.round(fall3);
  if (!Number.isFinite(fall3) || people <= lastMonth) return null;
  return text(`近三个月累计减少${people}人`, `down ${people} over three months`);
}

function hidden({ hiddenShare }: ExplainFacts): Text | null {
  if (!Number.isFinite(hiddenShare) || hiddenShare <= 0) return null;
  const share = percent(hiddenShare);
  return text(`隐性失业占用工${share}`, `hidden unemployment ${share} of headcount`);
}

const CAVEATS: Partial<Record<StatusName, Text>> = {
  tooShort: text("历史数据不足，未作评分", "too little history to be scored"),
  rebased: text(
    "变动按转移、合并、口径调整或短期波动处理，不计为裁员",
    "taken as a transfer, merger, change of scope or blip, not as a layoff",
  ),
};

const caveat = ({ status, previous }: ExplainFacts): Text | null =>
  status === "returned" && !isKnown(previous)
    ? text("此前数月未报送，未作比较", "not reported for months before, so not compared")
    : (CAVEATS[status] ?? null);

/** @param strictness how many times the limits of the rules hold for the enterprise's industry and size */
export function reached(triggers: readonly Text[], strictness = 1): Text | null {
  if (triggers.length === 0) return null;
  const list = join(triggers, "、", ", ");
  const times = strictness === 1 ? text("", "") : timesWords(strictness);
  return text(`触发：${list.zh}${times.zh}`, `reached: ${list.en}${times.en}`);
}

const timesWords = (times: number): Text =>
  text(
    `（按其行业、规模为所述界限的${shown(times)}倍）`,
    ` (for its industry and size: ${shown(times)} times the limits named)`,
  );

/** A product of two numbers that people chose, without what a computer adds to it. */
const shown = (times: number): number => Number(times.toFixed(6));
