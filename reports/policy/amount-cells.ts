import type { Amount } from "../../models/policy/amount.ts";
import { explainAmount } from "../../models/policy/explain-amount.ts";
import type { Language } from "../../models/text.ts";
import { money, words } from "../document/cell.ts";
import type { Cell } from "../document/document.ts";
import { NO_SAMPLE } from "../number.ts";

/** The amount in yuan as a number, "—" where none is known, and how it was reckoned. */
export const amountCells = (amount: Amount, language: Language): readonly [Cell, Cell] => [
  money(amount.kind === "known" ? amount.fen / 100 : null),
  words(amount.kind === "none" ? NO_SAMPLE : explainAmount(amount)[language]),
];
