import type { SupportPolicy } from "../../../../models/policy/policy.ts";
import { text } from "../../../../models/text.ts";
import { limit } from "../../threshold.ts";
import { LOCAL_CONDITIONS, localStandard } from "./local-standard.ts";
import { ITEM_5, SINCE_MEASURES, SINCE_MEASURES_MONTH } from "./sources.ts";
import { employers } from "./who.ts";

/** 职业培训补贴: item 五. */
export const trainingSubsidy: SupportPolicy = {
  code: "training-subsidy",
  name: text("职业培训补贴", "Training subsidy"),
  aliases: ["培训补贴"],
  instrument: "subsidy",
  beneficiary: text("开展职业技能培训的企业", "enterprises that train people"),
  department: "hrss",
  variants: [
    {
      code: "wushan-2023",
      place: "500237",
      validFrom: SINCE_MEASURES,
      validTo: null,
      source: ITEM_5,
      rules: [
        ...employers,
        {
          kind: "at-least",
          id: "trained",
          name: text("开展培训", "People trained"),
          facts: [{ fact: "trained", when: "this-year" }],
          limit: limit(1, "persons", ITEM_5, SINCE_MEASURES_MONTH),
          origin: ITEM_5,
        },
      ],
      amount: localStandard(
        text("职业培训补贴标准（本地，按工种）", "the local standard of the training subsidy, by trade"),
      ),
      caveat: LOCAL_CONDITIONS,
    },
  ],
};
