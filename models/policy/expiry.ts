import { dateInChinese } from "../month.ts";
import { type Text, text } from "../text.ts";
import type { PolicyVariant } from "./policy.ts";

/** Where a date lies in a variant's span, both ends included. */
export type Expiry =
  | { readonly kind: "open-ended" }
  | { readonly kind: "in-force"; readonly validTo: string; readonly daysLeft: number }
  | { readonly kind: "expired"; readonly validTo: string; readonly daysAgo: number }
  | { readonly kind: "to-come"; readonly validFrom: string };

export function expiryOn({ validFrom, validTo }: PolicyVariant, date: string): Expiry {
  if (date < validFrom) return { kind: "to-come", validFrom };
  if (validTo === null) return { kind: "open-ended" };
  return date <= validTo
    ? { kind: "in-force", validTo, daysLeft: daysBetween(date, validTo) }
    : { kind: "expired", validTo, daysAgo: daysBetween(validTo, date) };
}

const DAY = 86_400_000;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** "2023年12月31日到期，还有 3 天" */
export function explainExpiry(expiry: Expiry): Text {
  if (expiry.kind === "open-ended") return text("文件未规定截止日期", "the document sets no end");
  if (expiry.kind === "to-come")
    return text(`${dateInChinese(expiry.validFrom)}起施行，尚未生效`, `not in force before ${expiry.validFrom}`);
  const until = dateInChinese(expiry.validTo);
  if (expiry.kind === "expired")
    return text(
      `${until}已到期，已过 ${expiry.daysAgo} 天`,
      `expired on ${expiry.validTo}, ${days(expiry.daysAgo)} ago`,
    );
  if (expiry.daysLeft === 0)
    return text(`${until}到期，今日为最后一日`, `expires on ${expiry.validTo}, today is the last day`);
  return text(
    `${until}到期，还有 ${expiry.daysLeft} 天`,
    `expires on ${expiry.validTo}, ${days(expiry.daysLeft)} left`,
  );
}

const days = (count: number): string => `${count} ${count === 1 ? "day" : "days"}`;
