import type { SupportPolicy } from "../../../../models/policy/policy.ts";
import { text } from "../../../../models/text.ts";
import { hired, oneOffHiring, socialInsuranceSubsidy } from "./hiring.ts";
import { ITEM_2, SINCE_MEASURES } from "./sources.ts";
import { trainingSubsidy } from "./training.ts";
import { employers } from "./who.ts";

/** 直补快办: item 二, three subsidies paid at once. */
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
