import type { Correspondence } from "../../../models/correspondence.ts";
import { text } from "../../../models/text.ts";

const LEADING_GROUP = text("县就业工作领导小组", "County Leading Group for Employment");
const EVERYBODY = text(
  "各乡镇人民政府、街道办事处，县就业工作领导小组成员单位",
  "Township governments and street offices, members of the County Leading Group for Employment",
);

/** Names by the founding document, items 十六 and 十九. The number's word is a default, to be confirmed by the county. */
export const correspondence: Correspondence = {
  issuers: [
    {
      department: "employment-office",
      name: text("巫山县就业工作领导小组办公室", "Office of the Wushan County Leading Group for Employment"),
      word: text("巫山就业办发", "Wushan Employment Office"),
    },
  ],
  addressees: {
    monthly: LEADING_GROUP,
    dispatch: text(
      "县就业工作领导小组成员单位，有关乡镇人民政府、街道办事处",
      "Members of the County Leading Group for Employment, townships and streets concerned",
    ),
    quarterly: EVERYBODY,
    "half-year": EVERYBODY,
    annual: EVERYBODY,
    flash: LEADING_GROUP,
    correction: EVERYBODY,
  },
  copies: [text("县人力社保局", "Human Resources and Social Security Bureau")],
  governments: { street: text("办事处", " Office"), "": text("人民政府", " Government") },
};
