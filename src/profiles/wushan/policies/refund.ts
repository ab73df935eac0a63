import type { SupportPolicy } from "../../../../models/policy/policy.ts";
import { text } from "../../../../models/text.ts";
import { type RefundLine, refundVariant } from "./refund-line.ts";
import type { Reduction } from "./refund-rules.ts";
import {
  CHONGQING_2025,
  HANGZHOU_2022,
  HENGYANG_2021,
  MINISTRY_2024,
  MINISTRY_2025,
  STATE_2022,
} from "./refund-sources.ts";
import { END_OF_2023, ITEM_6, SINCE_MEASURES } from "./sources.ts";

const BY_COUNTY: Reduction = { formulas: ["year-end"], general: 5.5, countedAt: "start" };
const BY_CHONGQING: Reduction = { formulas: ["new-claimants-of-average"], general: 5.5, countedAt: "average" };
const BY_HANGZHOU: Reduction = { formulas: ["year-end", "claimants"], general: 5.5, countedAt: "end" };
const BY_HENGYANG: Reduction = {
  formulas: ["decline-of-average", "claimants-of-average"],
  general: 6,
  countedAt: "average",
};

/** The municipality's, twice: on both sides of the State Council's raise. */
const CHONGQING = {
  place: "50",
  source: CHONGQING_2025,
  reduction: BY_CHONGQING,
  shares: [20, 10],
  asks: ["paid-in-full", "not-abnormal"],
} as const;
const MINISTRY = { place: "", source: MINISTRY_2025, reduction: BY_COUNTY, shares: [60, 30], atMost: true } as const;
const NATIONAL_2025 = { ...MINISTRY, asks: ["paid-in-full"] } as const;

/**
 * 失业保险稳岗返还 by place and date; the most precise place in force applies. The refund has lapsed each December and been renewed
 * in spring, so between the lines nothing is in force. Hangzhou and Hengyang stand here because their formulas differ.
 */
const LINES: readonly RefundLine[] = [
  {
    ...{ code: "wushan-2023", place: "500237", from: SINCE_MEASURES, to: END_OF_2023, source: ITEM_6 },
    ...{ premiumYear: 2022, reduction: BY_COUNTY, shares: [60, 30] },
  },
  { code: "chongqing-2025", from: "2025-06-12", to: "2025-06-30", ...CHONGQING },
  { code: "chongqing-2025-07", from: "2025-07-01", to: "2025-12-31", ...CHONGQING, raised: true },
  {
    ...{ code: "national-2022", place: "", from: "2022-05-24", to: "2022-12-31", source: STATE_2022 },
    ...{ reduction: BY_COUNTY, shares: [90, 50], atMost: true, asks: ["paid-in-full"] },
  },
  {
    ...{ code: "national-2024", place: "", from: "2024-04-26", to: "2024-12-31", source: MINISTRY_2024 },
    ...{ reduction: BY_COUNTY, shares: [60, 30], atMost: true, asks: ["paid-in-full", "fund-reserve"] },
  },
  { code: "national-2025", from: "2025-04-14", to: "2025-06-30", ...NATIONAL_2025 },
  { code: "national-2025-07", from: "2025-07-01", to: "2025-12-31", ...NATIONAL_2025, raised: true },
  {
    ...{ code: "hangzhou-2022", place: "3301", from: "2022-05-24", to: "2022-12-31", source: HANGZHOU_2022 },
    ...{ reduction: BY_HANGZHOU, shares: [90, 50], asks: ["paid-in-full"] },
  },
  {
    ...{ code: "hengyang-2021", place: "4304", from: "2021-01-01", to: "2021-12-31", source: HENGYANG_2021 },
    ...{ reduction: BY_HENGYANG, shares: [60, 30], asks: ["paid-in-full"], onlyEnterprises: true },
  },
];

export const stabilityRefund: SupportPolicy = {
  code: "stability-refund",
  name: text("失业保险稳岗返还", "Refund of unemployment insurance premiums (稳岗返还)"),
  aliases: ["稳岗返还"],
  instrument: "refund",
  beneficiary: text(
    "不裁员、少裁员的参保企业；社会团体、基金会、社会服务机构、律师事务所、会计师事务所、以单位形式参保的个体工商户参照实施",
    "insured enterprises that dismissed nobody or few; associations, foundations, social service bodies, law and accounting firms and individual businesses insured as employers by analogy",
  ),
  department: "hrss",
  variants: LINES.map(refundVariant),
};
