import type { MonthlyFacts } from "./facts.ts";
import { inProse, percent } from "./number.ts";
import { changePhrase, enterprises } from "./wording-change.ts";

/** Whether hired less departed gives the net change of the same enterprises; a difference is said, not hidden. */
export function movementCheck({ movements }: MonthlyFacts): string {
  const { compared } = movements;
  if (compared === null) return "";
  const { hired, departed, change } = compared;
  const off = Math.abs(change - (hired - departed));
  const said = `两月均报送且填报新招、减员的${enterprises(compared.enterprises)}：新招${inProse(hired)}人、减员${inProse(departed)}人，相抵${netWords(hired - departed)}；其用工${netWords(change)}，`;
  return off === 0 ? `${said}两者相符。` : `${said}相差${inProse(off)}人，填报口径须核对。`;
}

const netWords = (people: number): string =>
  people === 0 ? "持平" : `${people < 0 ? "净减少" : "净增加"}${inProse(Math.abs(people))}人`;

/** How last month's own estimates turned out. */
export function estimatedSentence({ estimated }: MonthlyFacts): string {
  if (estimated === null) return "";
  const { estimate, actual } = estimated;
  const off = actual - estimate;
  const rate = estimate === 0 ? null : off / estimate;
  const compared =
    off === 0
      ? "与预计一致"
      : `比预计${off < 0 ? "少" : "多"}${inProse(Math.abs(off))}人${rate === null ? "" : `（${percent(rate)}）`}`;
  return `上月填报过本月预计且本月已报的${enterprises(estimated.enterprises)}企业：预计${inProse(estimate)}人，实际${inProse(actual)}人，${compared}。`;
}

/** What the enterprises themselves expect of next month; estimates, not ours. */
export function nextMonthSentence({ nextMonth }: MonthlyFacts): string {
  if (nextMonth === null) return "本月无企业填报下月用工预计。";
  const change = nextMonth.estimate - nextMonth.current;
  const rate = nextMonth.current === 0 ? null : change / nextMonth.current;
  const moved = change === 0 ? "与本月持平" : `比本月${changePhrase({ matched: 1, change, rate }, "预计")}`;
  return `${enterprises(nextMonth.enterprises)}企业填报了下月预计：同一批企业下月用工${inProse(nextMonth.estimate)}人，${moved}。此为企业自报，未作调整。`;
}
