import { text } from "../../models/text.ts";
import { shareInWords } from "../number.ts";
import { enterprises, people } from "../wording/change.ts";
import { pathSentence } from "../wording/outlook.ts";
import type { AdviceRule } from "./advice.ts";
import { ADVICE_LIMITS } from "./limits.ts";

/** The month fell below what the months before it led to expect. */
export const forecastAdvice: AdviceRule = ({ outlook }) => {
  if (outlook?.place.path.kind !== "judged" || outlook.place.path.verdict !== "below") return [];
  const { zh, en } = pathSentence(outlook.place);
  return [
    {
      code: "below-expected",
      urge: text(
        "提前收集岗位，做好可能减少人员的转岗对接",
        "collect vacancies ahead for those who may lose their jobs",
      ),
      because: text(zh.replace(/。$/, ""), en.replace(/\.$/, "")),
    },
  ];
};

export const dispatchAdvice: AdviceRule = ({ overall }) => {
  const { dispatch, dispatchChange } = overall.previous.whole;
  if (dispatch === null || dispatchChange === null || dispatchChange >= 0) return [];
  const before = dispatch - dispatchChange;
  if (-dispatchChange / before < ADVICE_LIMITS.dispatchFall.value) return [];
  const { zh, en } = people(-dispatchChange);
  return [
    {
      code: "dispatch",
      urge: text(
        "核实劳务派遣人员退回和安置情况",
        "find out about dispatch workers sent back and where they are placed",
      ),
      because: text(`劳务派遣比上月减少${zh}`, `dispatch workers down by ${en} on last month`),
    },
  ];
};

export const hiddenAdvice: AdviceRule = ({ overall }) => {
  const { hidden, hiddenRate } = overall.previous.whole;
  if (hidden === null || hiddenRate === null || hiddenRate < ADVICE_LIMITS.hidden.value) return [];
  const [count, share] = [people(hidden), shareInWords(hiddenRate)];
  return [
    {
      code: "hidden",
      urge: text("核实停工留薪、放假企业的复工安排", "ask when enterprises whose staff are on leave go back to work"),
      because: text(
        `隐性失业${count.zh}，占填报企业期末用工的${share.zh}`,
        `hidden unemployment of ${count.en}, ${share.en} of those reported on`,
      ),
    },
  ];
};

export const concentrationAdvice: AdviceRule = ({ overall, dominant: { enterprises: largest, share } }) => {
  const everybody = largest === overall.previous.whole.reporting;
  if (share === null || everybody || share < ADVICE_LIMITS.concentration.value) return [];
  const [who, part] = [enterprises(largest), shareInWords(share)];
  return [
    {
      code: "dominant",
      urge: text(`对用工规模最大的${who.zh}企业实行定点联系`, `keep in touch with the largest ${who.en}`),
      because: text(`其占已报用工的${part.zh}`, `they hold ${part.en} of reported employment`),
    },
  ];
};
