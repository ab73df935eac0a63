import { text } from "../../models/text.ts";
import { shareInWords } from "../number.ts";
import { enterprises, people } from "../wording/change.ts";
import type { AdviceRule } from "./advice.ts";
import { ADVICE_LIMITS } from "./limits.ts";

export const silentAdvice: AdviceRule = ({ completeness: { silent } }) => {
  const [who, staff] = [enterprises(silent.count), people(silent.people)];
  return silent.count === 0
    ? []
    : [
        {
          code: "silent",
          urge: text(
            "主管部门和乡镇（街道）逐户催报未报企业，先核实末次用工规模大的",
            "have departments and townships ask the silent enterprises, the largest first",
          ),
          because: text(
            `未报${who.zh}，末次报送用工合计${staff.zh}`,
            `${who.en} silent, ${staff.en} when last reported`,
          ),
        },
      ];
};

export const unreportedAdvice: AdviceRule = ({ reductions: { unasked, lost, typesUnreported } }) => {
  if (unasked || lost === 0 || typesUnreported / lost <= ADVICE_LIMITS.unreported.value) return [];
  const [count, share] = [people(typesUnreported), shareInWords(typesUnreported / lost)];
  return [
    {
      code: "unreported",
      urge: text("要求减员企业补报减少类型和原因", "ask shrinking enterprises for the type and reason"),
      because: text(
        `未填减少类型的${count.zh}，占岗位减少的${share.zh}`,
        `no type given for ${count.en}, ${share.en} of the jobs lost`,
      ),
    },
  ];
};
