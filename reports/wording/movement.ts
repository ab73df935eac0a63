import type { Dimension } from "../../models/figure.ts";
import { mostMoved } from "../../models/most-moved.ts";
import { type Text, text } from "../../models/text.ts";
import type { MonthlyFacts } from "../facts.ts";
import type { GroupFacts } from "../group-facts.ts";
import { rateInWords, shareInWords } from "../number.ts";
import type { ReductionFact } from "../reduction-facts.ts";
import { enterprises, people, shortChange } from "./change.ts";
import { list, NOTHING, sentence } from "./say.ts";

/** How many groups a sentence names: those that lost, those that gained, types or reasons. */
const NAMED = { falls: 3, rises: 1, terms: 2 } as const;

/** Job creation and destruction, and how many enterprises moved which way. */
export function flowSentences({ overall }: MonthlyFacts): Text {
  const f = overall.previous.whole;
  if (f.matched === 0)
    return text(
      "本月与上月无共同样本，岗位增减不作计算。",
      "There is no common sample with the month before, so job flows are not counted.",
    );
  const [down, up, flat] = [enterprises(f.down), enterprises(f.up), enterprises(f.flat)];
  const [loss, gain] = [people(f.grossLoss), people(f.grossGain)];
  const [destruction, creation] = [rateInWords(f.destruction), rateInWords(f.creation)];
  return sentence(
    text(
      `共同样本中减员${down.zh}、增员${up.zh}、持平${flat.zh}`,
      `in the common sample ${down.en} shrank, ${up.en} grew, ${flat.en} stayed`,
    ),
    text(
      `岗位减少${loss.zh}（减少率${destruction.zh}）、增加${gain.zh}（增加率${creation.zh}），岗位减少不等于裁员`,
      `jobs lost: ${loss.en} (${destruction.en}), gained: ${gain.en} (${creation.en}); jobs lost are not layoffs`,
    ),
  );
}

interface MovedWords {
  readonly those: Text;
  readonly falls: Text;
}

const MOVED = {
  section: {
    those: text("行业", "industries"),
    falls: text("环比减少较多的行业", "industries that lost most month on month"),
  },
  region: {
    those: text("乡镇（街道）", "townships"),
    falls: text("环比减少较多的乡镇（街道）", "townships that lost most month on month"),
  },
  department: {
    those: text("主管部门所管企业", "the enterprises of the departments"),
    falls: text("所管企业环比减少较多的主管部门", "departments whose enterprises lost most month on month"),
  },
} as const satisfies Partial<Record<Dimension, MovedWords>>;

/** What stands in the tables' column 同比 where Spring Festival makes a single month incomparable; nothing otherwise. */
export function yearAgoNote({ joined }: MonthlyFacts): Text {
  if (joined === null) return NOTHING;
  if (joined.kind === "not-yet")
    return text(
      "受春节错月影响，1月单月不作同比，各表“同比”列为“—”；2月起按1—2月合并比较。",
      "Spring Festival moves between January and February: January has no year-on-year (“—” in the tables); from February on the two are joined.",
    );
  return text(
    "受春节错月影响，2月单月不作同比；各表“1—2月同比”为两年1—2月各两月平均之比，只含四个月均报送的企业。",
    "Spring Festival moves between January and February: “Jan–Feb, y/y” compares the means of the two months in two years, over enterprises that reported all four.",
  );
}

/** "三次产业用工环比：第一产业增加3人（0.10%）、第二产业……" */
export function sectorSentence({ groups }: MonthlyFacts): Text {
  const { zh, en } = list(groups.sector.filter((g) => g.previous.matched > 0).map(named));
  return zh === "" ? NOTHING : text(`三次产业用工环比：${zh}。`, `Month on month by sector: ${en}.`);
}

const named = ({ name, previous }: GroupFacts): Text => shortChange(name, previous);

/** The few groups that lost and gained most, each with its numbers. */
export function movedSentence(facts: MonthlyFacts, dimension: keyof typeof MOVED): Text {
  const groups = facts.groups[dimension].filter((g) => g.previous.matched > 0);
  const only = facts.groups[dimension].length + facts.withheld[dimension].length === 1; // the whole once more
  if (groups.length === 0 || only) return NOTHING;
  const told = facts.withheld[dimension].length > 0 ? text("可公布的", " that can be told") : NOTHING;
  const { those, falls } = MOVED[dimension];
  const first = (direction: -1 | 1, most: number) => list(moved(groups, direction).slice(0, most).map(named));
  const [fell, rose] = [first(-1, NAMED.falls), first(1, NAMED.rises)];
  if (fell.zh === "" && rose.zh === "")
    return text(`${told.zh}各${those.zh}用工环比均持平。`, `No change month on month in any of ${those.en}${told.en}.`);
  return sentence(
    fell.zh === "" ? NOTHING : text(`${falls.zh}：${fell.zh}`, `${falls.en}: ${fell.en}`),
    rose.zh === "" ? NOTHING : text(`${fell.zh === "" ? "环比" : ""}增加较多的：${rose.zh}`, `gained most: ${rose.en}`),
  );
}

/** Groups that moved in one direction, most persons first. */
export const moved = (groups: readonly GroupFacts[], direction: -1 | 1): GroupFacts[] =>
  mostMoved(groups, (group) => group.previous.change, direction);

/** Which reasons the loss was given, and how much of it was given none. */
export function reasonSentence({ reductions, overall }: MonthlyFacts): Text {
  const { unasked, lost, types, typesUnreported, reasons } = reductions;
  if (unasked || overall.previous.whole.matched === 0) return NOTHING; // nothing compared is not nothing lost
  if (lost === 0)
    return text(
      "本月共同样本中没有用工减少的企业，无减少原因。",
      "No enterprise of the common sample shrank this month, so there are no reasons.",
    );
  const part = (persons: number): Text => {
    const [count, share] = [people(persons), shareInWords(persons / lost)];
    return text(`${count.zh}（占${share.zh}）`, `${count.en} (${share.en})`);
  };
  const top = (of: readonly ReductionFact[]) =>
    list(
      of.slice(0, NAMED.terms).map(({ name, people: persons }) => {
        const { zh, en } = part(persons);
        return text(`${name.zh}${zh}`, `${name.en} ${en}`);
      }),
    );
  const [byType, byReason, missing, whole] = [top(types), top(reasons), part(typesUnreported), people(lost)];
  return sentence(
    types.length > 0
      ? text(`岗位减少${whole.zh}中，按减少类型：${byType.zh}`, `of ${whole.en} lost, by type: ${byType.en}`)
      : NOTHING,
    reasons.length > 0 ? text(`按主要原因：${byReason.zh}`, `by main reason: ${byReason.en}`) : NOTHING,
    typesUnreported > 0
      ? text(`未填减少类型的${missing.zh}，应补报`, `no type given for ${missing.en}: to be reported`)
      : NOTHING,
  );
}
