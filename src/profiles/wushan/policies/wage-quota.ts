import type { SupportPolicy } from "../../../../models/policy/policy.ts";
import { text } from "../../../../models/text.ts";
import { limit } from "../../threshold.ts";
import { STATE_OWNED } from "../departments.ts";
import { END_OF_2023, ITEM_9, SINCE_MEASURES, SINCE_MEASURES_MONTH } from "./sources.ts";
import { operating } from "./who.ts";

/** 国有企业一次性增人增资: item 九. */
export const wageQuota: SupportPolicy = {
  code: "wage-quota",
  name: text("国有企业一次性增人增资", "One-off rise of a state-owned enterprise's wage total"),
  instrument: "wage-quota",
  beneficiary: text(
    "工资总额难以满足扩大高校毕业生招聘需求的国有企业",
    "state-owned enterprises whose wage total does not allow them to hire more graduates",
  ),
  department: "sasac",
  variants: [
    {
      code: "wushan-2023",
      place: "500237",
      validFrom: SINCE_MEASURES,
      validTo: END_OF_2023,
      source: ITEM_9,
      rules: [
        operating,
        {
          kind: "ownership",
          id: "state-owned",
          name: text("国有企业", "State-owned"),
          codes: STATE_OWNED,
          origin: ITEM_9,
        },
        {
          kind: "at-least",
          id: "approved",
          name: text("经履行出资人职责机构或主管部门同意", "Approved by its owner or its department"),
          facts: [{ fact: "wage-quota-approved", when: "this-year" }],
          limit: limit(1, "yes", ITEM_9, SINCE_MEASURES_MONTH),
          origin: ITEM_9,
        },
      ],
      amount: {
        kind: "terms",
        says: text(
          "核增部分据实计入工资总额，并作为下一年度预算基数",
          "what is approved counts into the wage total and into next year's base",
        ),
      },
    },
  ],
};
