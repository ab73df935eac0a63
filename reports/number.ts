import { type Text, text } from "../models/text.ts";

/** How numbers are printed. Exact in tables; 万 and 亿 in Chinese prose only. "—" is no sample, 不可计算 a base of 0. */
export const NO_SAMPLE = "—";
export const NOT_COMPUTABLE = text("不可计算", "not computable");

/** 1234567 → "1,234,567"; halves keep one decimal; null → "—". */
export function exact(value: number | null): string {
  if (value === null) return NO_SAMPLE;
  const [whole, decimals] = Math.abs(value)
    .toFixed(Number.isInteger(value) ? 0 : 1)
    .split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "-" : ""}${grouped}${decimals ? `.${decimals}` : ""}`;
}

/** A change: "+12", "-12", "0". */
export const signed = (value: number | null): string =>
  value !== null && value > 0 ? `+${exact(value)}` : exact(value);

/** 0.010873 → "1.09%", rounded half away from zero as one would by hand. */
export function percent(rate: number, digits = 2): string {
  const scale = 10 ** digits;
  const rounded = Math.round(Number((Math.abs(rate) * 100 * scale).toPrecision(12))) / scale;
  return `${rate < 0 && rounded > 0 ? "-" : ""}${rounded.toFixed(digits)}%`;
}

/** A rate with its sign: "+0.35%", "-0.35%"; what prints as nothing has none. */
export function signedPercent(rate: number, digits = 2): string {
  const printed = percent(rate, digits);
  return rate > 0 && /[1-9]/.test(printed) ? `+${printed}` : printed;
}

/** A rate in prose; null is a base of 0. */
export const rateInWords = (rate: number | null, digits = 2): Text =>
  rate === null ? NOT_COMPUTABLE : text(percent(rate, digits), percent(rate, digits));

/** Persons in Chinese prose: 9876 → "9,876", 76061 → "7.61万", 120000000 → "1.20亿". */
export function inProse(value: number): string {
  if (Math.abs(value) >= 1e8) return `${(value / 1e8).toFixed(2)}亿`;
  if (Math.abs(value) >= 1e4) return `${(value / 1e4).toFixed(2)}万`;
  return exact(value);
}

/** A count in prose, without its measure word. */
export const amount = (value: number): Text => text(inProse(value), exact(value));

/** A share of a whole in prose, one decimal: "64.2%". */
export const shareInWords = (share: number | null): Text => rateInWords(share, 1);
