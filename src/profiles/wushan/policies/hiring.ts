import type { FactRef } from "../../../../models/policy/occasion.ts";
import type { SupportPolicy } from "../../../../models/policy/policy.ts";
import type { PolicyRule } from "../../../../models/policy/rule.ts";
import { text } from "../../../../models/text.ts";
import type { Origin } from "../../../../models/threshold.ts";
import { chosen, limit } from "../../threshold.ts";
import { LOCAL_CONDITIONS, localStandard } from "./local-standard.ts";
import { END_OF_2023, ITEM_2, ITEM_7, SINCE_MEASURES, SINCE_MEASURES_MONTH } from "./sources.ts";
import { employers } from "./who.ts";

/** 一次性吸纳就业补贴 and 社会保险补贴: for people of the named groups who were hired. */
const HIRED: readonly FactRef[] = ["hires-graduates", "hires-youth", "hires-unemployed"].map((fact) => ({
  fact,
  when: "this-year",
}));

export const hired = (from: Origin): PolicyRule => ({
  kind: "at-least",
  id: "hires",
  name: text(
    "吸纳重点群体就业（合同1年以上、缴费6个月以上）",
    "People of the named groups hired (contract of a year, six months of contributions)",
  ),
  facts: HIRED,
  limit: limit(1, "persons", from, SINCE_MEASURES_MONTH),
  origin: from,
});

export const oneOffHiring: SupportPolicy = {
  code: "one-off-hiring",
  name: text("一次性吸纳就业补贴", "One-off hiring subsidy"),
  aliases: ["吸纳就业补贴"],
  instrument: "subsidy",
  beneficiary: text(
    "招用毕业年度或离校2年内未就业高校毕业生、登记失业16—24岁青年、本市户籍登记失业半年以上人员的企业",
    "enterprises that hire recent graduates, registered unemployed of 16 to 24, or residents registered unemployed for half a year",
  ),
  department: "hrss",
  hiring: {
    insuredMonths: limit(6, "months", ITEM_7, SINCE_MEASURES_MONTH),
    window: chosen(
      12,
      "months",
      text(
        "核对申领前缴费满6个月之前12个月内的增员；默认值",
        "people who came in the twelve months before those six are looked for; a default",
      ),
      SINCE_MEASURES_MONTH,
    ),
  },
  variants: [
    {
      code: "wushan-2023",
      place: "500237",
      validFrom: SINCE_MEASURES,
      validTo: END_OF_2023,
      source: ITEM_7,
      rules: [...employers, hired(ITEM_7)],
      amount: {
        kind: "sum",
        terms: [
          {
            name: text("吸纳人数", "people hired"),
            quantity: HIRED,
            prices: [{ when: [], price: limit(2000, "yuan a person", ITEM_7, SINCE_MEASURES_MONTH) }],
          },
        ],
      },
    },
  ],
};

/** The document sets no time for these hires. */
const recent = (months: number) =>
  chosen(
    months,
    "months",
    text(
      "文件未定时限，核对申领前一年内的增员；默认值",
      "the document sets no time: people who came in the year before the claim are looked for; a default",
    ),
    SINCE_MEASURES_MONTH,
  );

export const socialInsuranceSubsidy: SupportPolicy = {
  code: "social-insurance-subsidy",
  name: text("社会保险补贴", "Social insurance subsidy"),
  aliases: ["社保补贴"],
  instrument: "subsidy",
  beneficiary: text("吸纳高校毕业生等重点群体就业的企业", "enterprises that hire graduates and other named groups"),
  department: "hrss",
  hiring: { insuredMonths: recent(1), window: recent(12) },
  variants: [
    {
      code: "wushan-2023",
      place: "500237",
      validFrom: SINCE_MEASURES,
      validTo: null,
      source: ITEM_2,
      rules: [...employers, hired(ITEM_2)],
      amount: localStandard(text("社会保险补贴标准（本地）", "the local standard of the social insurance subsidy")),
      caveat: LOCAL_CONDITIONS,
    },
  ],
};
