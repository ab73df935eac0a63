import { z } from "zod";
import { named, said, shape } from "./shape.ts";

/** Words in both languages. */
export const TEXT = shape("Text", { zh: z.string(), en: z.string() });

export const COUNT = z.int();
export const PERSONS = said(z.int(), "人", "persons");
/** Of a forecast or of a mean, which need not be whole. */
export const PERSONS_EXPECTED = said(z.number(), "人，可为小数", "persons, not always whole");
export const SHARE = said(z.number(), "比例，0.05 即 5%", "share: 0.05 is 5 %");
export const MONTH = said(z.string(), "月份，如 2026-03", "month, such as 2026-03");
export const DAY = said(z.string(), "日期，如 2026-03-02", "day, such as 2026-03-02");
export const INSTANT = said(z.string(), "时刻，ISO 8601", "instant, ISO 8601");
export const MILLISECONDS = said(z.int(), "自1970年起的毫秒数", "milliseconds since 1970");
/** A code of the place's profile. */
export const CODE = said(z.string(), "地区配置中的代码", "a code of the place's profile");

/** What to ask for as `after` to get what follows in a list. */
export const CURSOR = said(
  z.string().nullable(),
  "下一页的 after；末页为空",
  "what to ask for as `after`; null at the end",
);

/** Anything that JSON can say, where other documents settle what it is. */
export const JSON_VALUE: z.ZodType<unknown> = named("Json", z.json());

/** One of the keys of a table. */
export const keyOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  z.enum(Object.keys(table) as [Key, ...Key[]]);
