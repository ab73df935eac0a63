import { type Text, text } from "../text.ts";
import type { FactUnit } from "./fact-kind.ts";

const UNITS: Readonly<Record<Exclude<FactUnit, "yes-no">, Text>> = {
  persons: text("人", ""),
  "person-months": text("人月", " person-months"),
  months: text("个月", " months"),
  yuan: text("元", " yuan"),
};

/** A value with its unit: 1,234人; yes-no is 是 or 否. */
export function quantity(value: number, unit: FactUnit): Text {
  if (unit === "yes-no") return value >= 1 ? text("：是", "yes") : text("：否", "no");
  const digits = unit === "yuan" ? grouped(value.toFixed(2)) : grouped(String(value));
  return text(`${digits}${UNITS[unit].zh}`, `${digits}${UNITS[unit].en}`);
}

/** "1234.50" → "1,234.50" */
export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");

/** Yuan as whole fen, so that amounts add and multiply exactly. */
export const toFen = (yuan: number): number => Math.round(yuan * 100);

/** 1234567 fen → "12,345.67"; whole yuan without decimals. */
export const yuanText = (fen: number): string => grouped((fen / 100).toFixed(fen % 100 === 0 ? 0 : 2));
