import type { PolicyRule } from "../../../../models/policy/rule.ts";
import { text } from "../../../../models/text.ts";
import type { Origin } from "../../../../models/threshold.ts";
import { origin } from "../../threshold.ts";
import { ITEM_17 } from "./sources.ts";

/** Prefixes of the 统一社会信用代码; which is which is general knowledge. */
export const ENTERPRISE = "91";
export const INDIVIDUAL = "92";
/** 社会团体, 社会服务机构, 基金会, 律师事务所, 个体工商户; 会计师事务所 are registered as enterprises. */
export const LIKE_ENTERPRISES = ["51", "52", "53", "31", INDIVIDUAL];
/** 企事业单位、社会组织. */
export const ALL_EMPLOYERS = [ENTERPRISE, "12", "93", ...LIKE_ENTERPRISES];

const GONE = origin(
  "document",
  "渝人社规〔2025〕10号等：注销、吊销的除外",
  "渝人社规〔2025〕10号 and others: not those that are struck off",
);

export const operating: PolicyRule = {
  kind: "operating",
  id: "operating",
  name: text("单位存续", "Still exists"),
  origin: GONE,
};

/** By the first two characters of the code. */
export const entity = (prefixes: readonly string[], byAnalogy: readonly string[], from: Origin): PolicyRule => ({
  kind: "entity",
  id: "entity",
  name: text("适用对象", "Who may get it"),
  prefixes,
  byAnalogy,
  origin: from,
});

/** Enterprises, and by item 十七 individual businesses that are insured as employers. */
export const employers: readonly PolicyRule[] = [operating, entity([ENTERPRISE], [INDIVIDUAL], ITEM_17)];
