import type { SupportPolicy } from "../../../../models/policy/policy.ts";
import type { PolicyRule } from "../../../../models/policy/rule.ts";
import { text } from "../../../../models/text.ts";
import { limit } from "../../threshold.ts";
import { END_OF_2023, ITEM_3, ITEM_4, SINCE_MEASURES, SINCE_MEASURES_MONTH } from "./sources.ts";
import { ENTERPRISE, entity, INDIVIDUAL, operating } from "./who.ts";

const notLarge: PolicyRule = {
  kind: "size",
  id: "not-large",
  name: text("中小微企业", "Not large"),
  large: false,
  origin: ITEM_3,
};

const realEconomy: PolicyRule = {
  kind: "at-least",
  id: "real-economy",
  name: text("实体经济", "Of the real economy"),
  facts: [{ fact: "real-economy", when: "this-year" }],
  limit: limit(1, "yes", ITEM_3, SINCE_MEASURES_MONTH),
  origin: ITEM_3,
};

/** “稳岗贷”: item 三. */
export const stabilityLoan: SupportPolicy = {
  code: "stability-loan",
  name: text("稳岗贷", "Loan for keeping jobs (稳岗贷)"),
  instrument: "loan",
  beneficiary: text(
    "吸纳就业人数多、稳岗效果好且用工规范的实体经济和中小微企业",
    "enterprises of the real economy and small and medium ones that employ many, keep jobs and employ properly",
  ),
  department: "finance",
  variants: [
    {
      code: "wushan-2023",
      place: "500237",
      validFrom: SINCE_MEASURES,
      validTo: null,
      source: ITEM_3,
      rules: [
        operating,
        entity([ENTERPRISE], [], ITEM_3),
        {
          kind: "any",
          id: "borrower",
          name: text("实体经济或中小微企业", "Of the real economy, or not large"),
          rules: [notLarge, realEconomy],
          origin: ITEM_3,
        },
      ],
      amount: {
        kind: "terms",
        says: text(
          "贷款年利率原则上不超过4%，额度由银行核定",
          "a yearly rate of 4 % at most in principle; the bank sets the sum",
        ),
        limit: limit(4, "% a year", ITEM_3, SINCE_MEASURES_MONTH),
      },
      caveat: text(
        "文件未规定人数标准，稳岗效果和用工规范由经办银行与人力社保部门审核",
        "the document gives no number; the bank and the bureau judge how jobs are kept",
      ),
    },
  ],
};

/** 创业担保贷款展期: item 四. */
export const startupLoanExtension: SupportPolicy = {
  code: "startup-loan-extension",
  name: text("创业担保贷款展期", "Extension of a start-up loan"),
  aliases: ["创业担保贷款"],
  instrument: "extension",
  beneficiary: text("遇到暂时困难的创业担保贷款借款人", "borrowers of start-up loans in passing difficulty"),
  department: "hrss",
  variants: [
    {
      code: "wushan-2023",
      place: "500237",
      validFrom: SINCE_MEASURES,
      validTo: END_OF_2023,
      source: ITEM_4,
      rules: [
        operating,
        entity([ENTERPRISE, INDIVIDUAL, "93"], [], ITEM_4),
        yes("startup-loan", text("创业担保贷款借款人", "Borrower of a start-up loan")),
        yes("disaster-hit", text("因灾因突发事件暂时困难", "In passing difficulty by disaster or emergency")),
      ],
      amount: {
        kind: "terms",
        says: text("可申请展期还款，原则上不超过1年", "repayment may be put off, in principle a year at most"),
        limit: limit(12, "months", ITEM_4, SINCE_MEASURES_MONTH),
      },
    },
  ],
};

function yes(fact: string, name: PolicyRule["name"]): PolicyRule {
  return {
    kind: "at-least",
    id: fact,
    name,
    facts: [{ fact, when: "this-year" }],
    limit: limit(1, "yes", ITEM_4, SINCE_MEASURES_MONTH),
    origin: ITEM_4,
  };
}
