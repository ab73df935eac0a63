import { type Text, text } from "../../models/text.ts";
import type { MonthlyFacts } from "../facts.ts";
import { rateInWords } from "../number.ts";
import { changePhrase, enterprises, people } from "./change.ts";
import { NOTHING, sentences } from "./say.ts";

/** Hires and departures of the forms that meet their headcounts; those that do not are counted, not hidden. */
export function movementCheck({ movements }: MonthlyFacts): Text {
  if (movements === null) return NOTHING;
  const { hired, departed, change, differing } = movements;
  const [who, came, went] = [enterprises(movements.enterprises), people(hired), people(departed)];
  const [net, others, apart] = [netWords(change), enterprises(differing), people(movements.apart)];
  const agree = text(
    `两月均报送、填报新招和减员且与用工变动相符的${who.zh}：新招${came.zh}、减员${went.zh}，相抵${net.zh}，即其用工变动。`,
    `Over ${who.en} that reported both months, with hires and departures that meet the change of the headcount: ${came.en} hired, ${went.en} departed, net ${net.en}, which is that change.`,
  );
  const differ = text(
    `另有${others.zh}填报与用工变动不符（逐户合计相差${apart.zh}），未计入，填报口径须核对。`,
    `The forms of ${others.en} do not meet it (${apart.en} apart in all); they are left out and have to be checked.`,
  );
  return sentences(movements.enterprises > 0 ? agree : NOTHING, differing > 0 ? differ : NOTHING);
}

function netWords(persons: number): Text {
  if (persons === 0) return text("持平", "0");
  const { zh } = people(Math.abs(persons));
  return text(`${persons < 0 ? "净减少" : "净增加"}${zh}`, `${persons > 0 ? "+" : ""}${people(persons).en}`);
}

/** How last month's own estimates turned out. */
export function estimatedSentence({ estimated }: MonthlyFacts): Text {
  if (estimated === null) return NOTHING;
  const { estimate, persons: actual } = estimated;
  const off = actual - estimate;
  const [who, foreseen, came] = [enterprises(estimated.enterprises), people(estimate), people(actual)];
  const { zh, en } = off === 0 ? text("与预计一致", "as estimated") : missed(off, estimate);
  return text(
    `上月填报过本月预计且本月已报的${who.zh}企业：预计${foreseen.zh}，实际${came.zh}，${zh}。`,
    `${who.en} had estimated this month and reported it: ${foreseen.en} estimated, ${came.en} reported, ${en}.`,
  );
}

function missed(off: number, estimate: number): Text {
  const count = people(Math.abs(off));
  const rate = estimate === 0 ? NOTHING : rateInWords(off / estimate);
  return text(
    `比预计${off < 0 ? "少" : "多"}${count.zh}${rate.zh === "" ? "" : `（${rate.zh}）`}`,
    `${count.en} ${off < 0 ? "fewer" : "more"} than estimated${rate.en === "" ? "" : ` (${rate.en})`}`,
  );
}

/** What the enterprises themselves expect of next month; estimates, not ours. */
export function nextMonthSentence({ nextMonth }: MonthlyFacts): Text {
  if (nextMonth === null) return text("本月无企业填报下月用工预计。", "No enterprise estimated next month.");
  const change = nextMonth.estimate - nextMonth.persons;
  const rate = nextMonth.persons === 0 ? null : change / nextMonth.persons;
  const { zh, en } =
    change === 0
      ? text("与本月持平", "as this month")
      : moved(changePhrase({ matched: 1, change, rate, base: nextMonth.persons }, text("预计", "expected")));
  const [who, next] = [enterprises(nextMonth.enterprises), people(nextMonth.estimate)];
  return text(
    `${who.zh}企业填报了下月预计：同一批企业下月用工${next.zh}，${zh}。此为企业自报，未作调整。`,
    `${who.en} estimated next month: ${next.en}, ${en}. These are the enterprises' own estimates, unadjusted.`,
  );
}

const moved = ({ zh, en }: Text): Text => text(`比本月${zh}`, en);
