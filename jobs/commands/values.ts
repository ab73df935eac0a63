import { type Month, parseMonth } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { Options } from "./command.ts";

/** An option that must be there. */
export function required(options: Options, name: string, flag: string): string {
  const value = options[name];
  if (typeof value === "string" && value !== "") return value;
  throw usage(
    "option-missing",
    `缺少 ${flag}。`,
    `${flag} is missing.`,
    `请补上 ${flag}，详见 --help。`,
    `Give ${flag}; see --help.`,
  );
}

export function optional(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

export function monthOption(value: string, flag: string): Month {
  try {
    return parseMonth(value);
  } catch {
    throw usage(
      "month-wrong",
      `${flag} 的月份“${value}”无法识别。`,
      `${flag} has the month "${value}", which can't be read.`,
      "请写成 YYYY-MM，例如 2025-03。",
      "Write it as YYYY-MM, for example 2025-03.",
    );
  }
}

export function dateOption(value: string, flag: string): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(value) : new Date(Number.NaN);
  const valid = !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
  if (valid) return value;
  throw usage(
    "date-wrong",
    `${flag} 的日期“${value}”无法识别。`,
    `${flag} has the date "${value}", which can't be read.`,
    "请写成 YYYY-MM-DD，例如 2025-03-10。",
    "Write it as YYYY-MM-DD, for example 2025-03-10.",
  );
}

export function numberOption(value: string, flag: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw usage(
    "number-wrong",
    `${flag} 应为 ${least} 到 ${most} 之间的整数，收到“${value}”。`,
    `${flag} must be a whole number from ${least} to ${most}, got "${value}".`,
    "请改正后重试。",
    "Correct it and try again.",
  );
}

/** What holds for every option: one that takes a value has one, and the language is one we speak. */
export function checkValues(options: Options): void {
  const empty = Object.keys(options).find((name) => typeof options[name] === "string" && options[name].trim() === "");
  if (empty !== undefined) {
    const flag = `--${empty.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw usage(
      "option-empty",
      `${flag} 的取值为空。`,
      `${flag} has an empty value.`,
      `请给出 ${flag} 的取值，或去掉该选项。`,
      `Give ${flag} a value or leave it out.`,
    );
  }
  const { lang } = options;
  if (lang === undefined || lang === "zh" || lang === "en") return;
  throw usage(
    "language-unknown",
    `不支持语言“${lang}”。`,
    `There is no language "${lang}".`,
    "请使用 --lang zh 或 --lang en。",
    "Use --lang zh or --lang en.",
  );
}

function usage(code: string, zh: string, en: string, nextZh: string, nextEn: string): Problem {
  return new Problem("usage", code, text(zh, en), text(nextZh, nextEn));
}

/** A span of months given the wrong way round. */
export const backwards = (from: string, to: string): Problem =>
  usage(
    "months-backwards",
    `结束月份 ${to} 早于起始月份 ${from}。`,
    `The last month ${to} is before the first, ${from}.`,
    "请交换两个月份。",
    "Swap the two months.",
  );
