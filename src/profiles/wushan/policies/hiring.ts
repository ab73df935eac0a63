import type { FactRef } from "../../../../models/policy/occasion.ts";
import type { SupportPolicy } from "../../../../models/policy/policy.ts";
import type { PolicyRule } from "../../../../models/policy/rule.ts";
import { text } from "../../../../models/text.ts";
import type { Origin } from "../../../../models/threshold.ts";
import { chosen, limit } from "../../threshold.ts";
import { END_OF_2023, ITEM_2, ITEM_5, ITEM_7, SINCE_MEASURES, SINCE_MEASURES_MONTH } from "./sources.ts";
import { employers } from "./who.ts";

/** 一次性吸纳就业补贴, 社会保险补贴, 职业培训补贴, and 直补快办, which pays the three at once. */
const HIRED: readonly FactRef[] = ["hires-graduates", "hires-youth", "hires-unemployed"].map((fact) => ({
  fact,
  when: "this-year",
}));

const hired = (from: Origin): PolicyRule => ({
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

const LOCAL = text(
  "其余条件和标准以市级办法为准，由经办机构审核",
  "further conditions and the standard are the municipality's; the agency decides",
);
const SUPPLIER = text("县人力社保局", "Human Resources and Social Security Bureau");

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
      amount: {
        kind: "local",
        standard: text("社会保险补贴标准（本地）", "the local standard of the social insurance subsidy"),
        supplier: SUPPLIER,
      },
      caveat: LOCAL,
    },
  ],
};

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
      amount: {
        kind: "local",
        standard: text("职业培训补贴标准（本地，按工种）", "the local standard of the training subsidy, by trade"),
        supplier: SUPPLIER,
      },
      caveat: LOCAL,
    },
  ],
};

export const fastSubsidy: SupportPolicy = {
  code: "fast-subsidy",
  name: text("直补快办", "Three hiring subsidies at once (直补快办)"),
  instrument: "bundle",
  beneficiary: text("吸纳高校毕业生等重点群体就业的企业", "enterprises that hire graduates and other named groups"),
  department: "hrss",
  parts: [socialInsuranceSubsidy, oneOffHiring, trainingSubsidy],
  variants: [
    {
      code: "wushan-2023",
      place: "500237",
      validFrom: SINCE_MEASURES,
      validTo: null,
      source: ITEM_2,
      rules: [...employers, hired(ITEM_2)],
      amount: { kind: "parts" },
    },
  ],
};
