import type { Dimension } from "../models/figure.ts";
import type { MonthlyFacts } from "./facts.ts";
import type { GroupFacts } from "./group-facts.ts";
import { inProse, percent, shareInProse } from "./number.ts";
import { changePhrase, enterprises, list, sentence } from "./wording-change.ts";

/** How many groups a sentence names. */
const NAMED = 3;

/** Job creation and destruction, and how many enterprises moved which way. */
export function flowSentences({ overall }: MonthlyFacts): string {
  const f = overall.previous.whole;
  if (f.matched === 0) return "本月与上月无共同样本，岗位增减不作计算。";
  return `${sentence(
    `共同样本中用工减少的${enterprises(f.down)}、增加的${enterprises(f.up)}、持平的${enterprises(f.flat)}`,
    `岗位减少${inProse(f.grossLoss)}人（岗位减少率${percent(f.destruction)}），岗位增加${inProse(f.grossGain)}人（岗位增加率${percent(f.creation)}），两率均以两月平均用工为分母`,
  )}岗位减少按企业逐户相加、不与增加相抵，不等于裁员。`;
}

const MOVED = {
  section: { those: "行业", falls: "用工减少较多的行业" },
  region: { those: "乡镇（街道）", falls: "用工减少较多的乡镇（街道）" },
  department: { those: "主管部门所管企业", falls: "所管企业用工减少较多的主管部门" },
} as const satisfies Partial<Record<Dimension, unknown>>;

/** What stands in the tables' column 同比 where Spring Festival makes a single month incomparable; nothing otherwise. */
export function yearAgoNote({ joined }: MonthlyFacts): string {
  if (joined === null) return "";
  if (joined.kind === "not-yet") return "受春节错月影响，1月单月不作同比，各表“同比”列为“—”；2月起按1—2月合并比较。";
  return "受春节错月影响，2月单月不作同比；各表“1—2月同比”为两年1—2月各两月平均之比，只含四个月均报送的企业。";
}

/** "第一产业增加3人，环比上升0.10%；第二产业……" */
export const sectorSentence = ({ groups }: MonthlyFacts): string =>
  sentence(
    ...groups.sector
      .filter((g) => g.previous.matched > 0)
      .map((g) => `${g.name.zh}${changePhrase(g.previous, "环比")}`),
  );

/** The few groups that lost and gained most, each with its numbers. */
export function movedSentence(facts: MonthlyFacts, dimension: keyof typeof MOVED): string {
  const groups = facts.groups[dimension].filter((g) => g.previous.matched > 0);
  if (groups.length === 0) return "";
  const falls = moved(groups, -1).slice(0, NAMED);
  const rises = moved(groups, 1).slice(0, NAMED);
  const named = (those: readonly GroupFacts[]) =>
    those.map((g) => `${g.name.zh}（${changePhrase(g.previous, "环比")}）`);
  if (falls.length + rises.length === 0) return `各${MOVED[dimension].those}用工环比均持平。`;
  return sentence(
    falls.length > 0 ? `${MOVED[dimension].falls}：${list(named(falls))}` : "",
    rises.length > 0 ? `增加较多的：${list(named(rises))}` : "",
  );
}

/** Groups that moved in one direction, most persons first. */
export const moved = (groups: readonly GroupFacts[], direction: -1 | 1): GroupFacts[] =>
  groups
    .filter((g) => Math.sign(g.previous.change) === direction)
    .toSorted((a, b) => direction * (b.previous.change - a.previous.change));

/** Which reasons the loss was given, and how much of it was given none. */
export function reasonSentence({ reductions }: MonthlyFacts): string {
  const { lost, types, typesUnreported, reasons } = reductions;
  if (lost === 0) return "本月共同样本中没有用工减少的企业，无减少原因。";
  const named = (of: typeof types) =>
    of.slice(0, NAMED).map((t) => `${t.name.zh}${inProse(t.people)}人（占${shareInProse(t.people / lost)}）`);
  return sentence(
    types.length > 0 ? `岗位减少${inProse(lost)}人中，按减少类型：${list(named(types))}` : "",
    reasons.length > 0 ? `按主要原因：${list(named(reasons))}` : "",
    typesUnreported > 0
      ? `未填减少类型的${inProse(typesUnreported)}人（占${shareInProse(typesUnreported / lost)}），应补报`
      : "",
  );
}
