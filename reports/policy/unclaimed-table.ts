import { explainExpiry } from "../../models/policy/expiry.ts";
import { explainHeadRoom } from "../../models/policy/explain-head-room.ts";
import type { UnclaimedPolicy } from "../../models/policy/unclaimed.ts";
import { type Language, text } from "../../models/text.ts";
import { words } from "../document/cell.ts";
import type { Cell, TableBlock } from "../document/document.ts";
import { amountCells } from "./amount-cells.ts";
import { type Column, policyTable } from "./table.ts";

const COLUMNS: readonly Column[] = [
  ["统一社会信用代码", "enterprise code"],
  ["企业名称", "name"],
  ["乡镇（街道）", "town"],
  ["政策", "policy"],
  ["金额（元）", "amount (yuan)", "number"],
  ["计算", "reckoning", "wide"],
  ["余量", "head-room", "wide"],
  ["期限", "validity", "wide"],
];

/** 政策找人: who is entitled to what and has not applied. */
export const unclaimedTable = (open: readonly UnclaimedPolicy[], simulated: boolean, language: Language): TableBlock =>
  policyTable(
    {
      ...{ id: "unclaimed", columns: COLUMNS, simulated, rows: open.map((one) => row(one, language)) },
      caption: text("符合条件而未申领", "Eligible and not applied for"),
      empty: text("没有符合条件而未申领的企业。", "No enterprise is eligible without having applied."),
    },
    language,
  );

const row = ({ code, name, region, policy, amount, headRoom, expiry }: UnclaimedPolicy, language: Language): Cell[] => [
  words(code),
  words(name ?? ""),
  words(region?.[language] ?? ""),
  words(policy.name[language]),
  ...amountCells(amount, language),
  words(headRoom ? explainHeadRoom(headRoom)[language] : ""),
  words(expiry ? explainExpiry(expiry)[language] : ""),
];
