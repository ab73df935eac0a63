import type { Dimension } from "../../models/figure.ts";
import { type Text, text } from "../../models/text.ts";
import type { MonthlyFacts } from "../facts.ts";
import type { GroupFacts } from "../group-facts.ts";
import { shareInWords } from "../number.ts";
import type { ReductionFact } from "../reduction-facts.ts";
import { people, shortChange } from "../wording/change.ts";
import { list } from "../wording/say.ts";
import type { Advice, AdviceRule } from "./advice.ts";
import { ADVICE_LIMITS } from "./limits.ts";

/** Groups named in one suggestion. */
const NAMED = 3;

/** What the profile has the desks do about the types and reasons behind much of the loss. */
export const reasonAdvice: AdviceRule = ({ reductions: { lost, types, reasons } }) => {
  const prominent = ({ remedy, people: persons }: ReductionFact) =>
    remedy !== null && lost > 0 && persons / lost >= ADVICE_LIMITS.prominent.value;
  return [...types, ...reasons].filter(prominent).map(({ name, people: persons, remedy }): Advice => {
    const [count, share] = [people(persons), shareInWords(persons / lost)];
    return {
      code: "reason",
      urge: text(`针对“${name.zh}”，${remedy!.zh}`, `about "${name.en}": ${remedy!.en}`),
      because: text(
        `“${name.zh}”减少${count.zh}，占岗位减少的${share.zh}`,
        `"${name.en}": ${count.en}, ${share.en} of the jobs lost`,
      ),
    };
  });
};

export const industryAdvice: AdviceRule = (facts) =>
  belowUsual(
    facts,
    "section",
    text(
      "由主管部门研判降幅超出正常范围的行业，摸排下月用工计划",
      "have the regulators look into industries that fell beyond the usual and ask about next month's plans",
    ),
  );

export const townshipAdvice: AdviceRule = (facts) =>
  belowUsual(
    facts,
    "region",
    text(
      "由降幅超出正常范围的乡镇（街道）核实辖区企业减员原因",
      "have townships that fell beyond the usual find out why their enterprises lost people",
    ),
  );

/** Groups whose net rate is below the lower bound of usual months, the largest loss first. */
function belowUsual(
  { groups, bounds }: MonthlyFacts,
  dimension: Extract<Dimension, "section" | "region">,
  urge: Text,
): readonly Advice[] {
  const fell = groups[dimension]
    .filter(({ previous: f }) => f.matched >= ADVICE_LIMITS.fewestCompared.value)
    .filter(({ previous: f }) => f.rate !== null && f.rate < bounds.normalLower.value)
    .toSorted((a, b) => a.previous.change - b.previous.change)
    .slice(0, NAMED);
  if (fell.length === 0) return [];
  return [
    {
      code: `below-usual-${dimension}`,
      urge,
      because: rest(fell),
    },
  ];
}

function rest(fell: readonly GroupFacts[]): Text {
  const { zh, en } = list(fell.map(({ name, previous }) => shortChange(name, previous)));
  return text(`环比${zh}`, `month on month ${en}`);
}
