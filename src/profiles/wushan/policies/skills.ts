import type { SupportPolicy } from "../../../../models/policy/policy.ts";
import { text } from "../../../../models/text.ts";
import { limit } from "../../threshold.ts";
import { localStandard } from "./local-standard.ts";
import { END_OF_2023, ITEM_5, SINCE_MEASURES, SINCE_MEASURES_MONTH } from "./sources.ts";
import { employers } from "./who.ts";

/** 技能提升补贴: item 五. The staff apply; for the enterprise it says how many of them can. */
export const skillsSubsidy: SupportPolicy = {
  code: "skills-subsidy",
  name: text("技能提升补贴", "Skills subsidy"),
  instrument: "subsidy",
  beneficiary: text(
    "参加失业保险1年以上并取得证书的职工本人（每人每年1次）",
    "staff insured for a year who obtained a certificate, each once a year",
  ),
  department: "hrss",
  variants: [
    {
      code: "wushan-2023",
      place: "500237",
      validFrom: SINCE_MEASURES,
      validTo: END_OF_2023,
      source: ITEM_5,
      rules: [
        ...employers,
        {
          kind: "at-least",
          id: "certified",
          name: text("有职工取得证书", "Staff newly certified"),
          facts: [{ fact: "certified-staff", when: "this-year" }],
          limit: limit(1, "persons", ITEM_5, SINCE_MEASURES_MONTH),
          origin: ITEM_5,
        },
      ],
      amount: localStandard(
        text("技能提升补贴标准（本地，按证书等级）", "the local standard of the skills subsidy, by grade"),
      ),
      caveat: text("由职工本人申领，单位可代为告知", "the staff apply themselves; the enterprise can tell them"),
    },
  ],
};
