import { type Expiry, explainExpiry } from "../../models/policy/expiry.ts";
import { mostMissing, type PolicyCount } from "../../models/policy/policy-count.ts";
import { type Language, text } from "../../models/text.ts";
import { count, money, words } from "../document/cell.ts";
import type { Cell, TableBlock } from "../document/document.ts";
import { type Column, policyTable } from "./table.ts";

const COLUMNS: readonly Column[] = [
  ["政策", "policy"],
  ["期限", "validity", "wide"],
  ["符合（户）", "eligible", "number"],
  ["不符合（户）", "not eligible", "number"],
  ["暂无法判断（户）", "not known", "number"],
  ["主要缺少", "mostly missing", "wide"],
  ["符合而未申领（户）", "eligible, not applied", "number"],
  ["可计金额（元）", "known amount (yuan)", "number"],
  ["可计金额户数（户）", "enterprises in it", "number"],
];

/** One policy over all enterprises, with where its validity stands. */
export interface CountedPolicy {
  readonly count: PolicyCount;
  readonly expiry: Expiry | null;
}

/** How every policy comes out over the place. */
export const countTable = (counted: readonly CountedPolicy[], simulated: boolean, language: Language): TableBlock =>
  policyTable(
    {
      ...{ id: "policies", columns: COLUMNS, simulated, rows: counted.map((one) => row(one, language)) },
      caption: text("扶持政策适用情况", "Support policies over the place"),
      empty: text("本地区没有配置扶持政策。", "This place has no support policies."),
    },
    language,
  );

const row = ({ count: of, expiry }: CountedPolicy, language: Language): Cell[] => [
  words(of.policy.name[language]),
  words(expiry ? explainExpiry(expiry)[language] : ""),
  count(of.outcomes.eligible),
  count(of.outcomes["not-eligible"]),
  count(of.outcomes.unknown),
  words(mostMissing(of)?.name[language] ?? ""),
  count(of.unclaimed),
  money(of.amounts === 0 ? null : of.fen / 100),
  count(of.amounts),
];
