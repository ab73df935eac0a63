import { GAP } from "../panel.ts";
import { type Text, text } from "../text.ts";

export const isKnown = (value: number): boolean => Number.isFinite(value) && value !== GAP;

/** -0.4 → "-40.0%". A change that rounds to nothing is 0.0%, without a minus. */
export function percent(share: number): string {
  const shown = (share * 100).toFixed(1);
  return `${shown === "-0.0" ? "0.0" : shown}%`;
}

export const join = (parts: readonly Text[], zh: string, en: string): Text =>
  text(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en));
