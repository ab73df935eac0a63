import type { FactRef } from "../../../../models/policy/occasion.ts";
import type { Price, SupportPolicy, Term } from "../../../../models/policy/policy.ts";
import { text } from "../../../../models/text.ts";
import { limit } from "../../threshold.ts";
import { END_OF_2023, ITEM_11, SINCE_MEASURES, SINCE_MEASURES_MONTH } from "./sources.ts";
import { ALL_EMPLOYERS, entity, operating } from "./who.ts";

const number = (value: number, unit: string) => limit(value, unit, ITEM_11, SINCE_MEASURES_MONTH);
const of = (fact: string): FactRef => ({ fact, when: "this-year" });

/** Half kept, inclusive, raises the standard for all. */
const MONTHLY: readonly Price[] = [
  {
    when: [
      {
        kind: "share",
        id: "kept",
        name: text("见习期满留用率", "Share kept on completion"),
        part: of("trainees-kept"),
        whole: of("trainees-completed"),
        limit: number(50, "%"),
        origin: ITEM_11,
      },
    ],
    price: number(1500, "yuan a trainee and month"),
  },
  { when: [], price: number(1300, "yuan a trainee and month") },
];

const TERMS: readonly Term[] = [
  { name: text("见习补贴", "allowance"), quantity: [of("trainee-months")], prices: MONTHLY },
  {
    name: text("人身意外伤害保险补贴", "accident insurance"),
    quantity: [of("trainees")],
    prices: [{ when: [], price: number(100, "yuan a trainee") }],
  },
  {
    name: text("提前签约剩余期限补贴", "months left when hired early"),
    quantity: [of("trainee-months-spared")],
    prices: MONTHLY,
  },
];

/** 就业见习补贴: item 十一. */
export const internshipSubsidy: SupportPolicy = {
  code: "internship-subsidy",
  name: text("就业见习补贴", "Internship subsidy"),
  aliases: ["见习补贴"],
  instrument: "subsidy",
  beneficiary: text("吸纳就业见习人员的企事业单位、社会组织", "employers of every kind that take trainees"),
  department: "hrss",
  variants: [
    {
      code: "wushan-2023",
      place: "500237",
      validFrom: SINCE_MEASURES,
      validTo: END_OF_2023,
      source: ITEM_11,
      rules: [
        operating,
        entity(ALL_EMPLOYERS, [], ITEM_11),
        {
          kind: "at-least",
          id: "trainees",
          name: text("吸纳见习人员", "Trainees taken"),
          facts: [of("trainees")],
          limit: number(1, "persons"),
          origin: ITEM_11,
        },
      ],
      amount: { kind: "sum", terms: TERMS },
    },
  ],
};
