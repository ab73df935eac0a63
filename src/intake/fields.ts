import { formatMonth, type Month } from "../../models/month.ts";
import type { Term } from "../../models/profile.ts";
import type { ApplicationOutcome, SuccessorKind } from "../../models/record.ts";
import type { Text } from "../../models/text.ts";
import { fold } from "./fold.ts";

/** plain: written the way a table should write it, so that nothing needs to be said about it. */
export interface ReadNumber {
  readonly value: number;
  readonly plain: boolean;
}

const NUMBER = /^([+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d+)?)(万)?[人名个家元]?$/i;

/** "1,234人", "１２３", "1.2万" → a number; null when it is none. */
export function readNumber(raw: string): ReadNumber | null {
  const value = halfWidth(raw);
  const match = NUMBER.exec(value);
  if (!match) return null;
  const number = Number(match[1]!.replaceAll(",", ""));
  const plain = /^[+-]?\d+(?:\.\d+)?$/.test(raw);
  return { value: match[2] ? wholeWhenNear(number * 10_000) : number, plain };
}

/** 1.2345 × 10000 is 12345, whatever binary fractions make of it. */
export function wholeWhenNear(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 * Math.max(1, Math.abs(value)) ? whole : value;
}

/** A cell that says "nothing was reported" in words or signs. */
export const isNothing = (raw: string): boolean =>
  raw === "" || /^(?:-+|—+|–|－+|\/|\\|\.|…|n\/?a|na|null|nan|none|未报|无|缺)$/i.test(raw.trim());

/** 2023-01, 2023/1, 2023年1月, 202301, 2023-01-31, 20230131 and serials (44927) → month; null when it is none. */
export function readMonth(raw: string): Month | null {
  const value = halfWidth(raw);
  const short =
    /^(\d{4})(?:[-/年])(\d{1,2})月?份?$/.exec(value) ??
    /^(\d{4})(\d{2})$/.exec(value) ??
    /^(\d{4})\.(\d{2})$/.exec(value);
  if (short) return monthOf(Number(short[1]), Number(short[2]));
  const date = readDate(raw);
  return date === null ? null : monthOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

/** 2023-01-05, 2023/1/5, 2023.1.5, 2023年1月5日, 20230105, with a time after it, and serials → ISO date; null when it is none. */
export function readDate(raw: string): string | null {
  const value = halfWidth(raw.trim().replace(/[T\s]\d{1,2}:\d{2}.*$/, ""));
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(value);
  if (match) return dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return /^\d{5}(?:\.\d+)?$/.test(value) ? dateOfSerial(Number(value)) : null;
}

/** Excel's day number: 1 is 1900-01-01, with the 1900 that had a 29 February; only 1954–2119 are taken for dates. */
export function dateOfSerial(serial: number): string | null {
  const day = Math.floor(serial);
  if (day < 20_000 || day > 80_000) return null;
  return new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

const YES = new Set(["是", "true", "1", "y", "yes", "√", "✓", "有"]);
const NO = new Set(["否", "false", "0", "n", "no", "×", "✗", "x"]);

/** null: the cell says neither yes nor no. */
export function readBoolean(raw: string): boolean | null {
  const value = fold(raw);
  if (YES.has(value)) return true;
  return NO.has(value) ? false : null;
}

/** The number of a closed list's item, given as number, name or alias; null when it is none of them. */
export function readTerm(terms: readonly Term[], raw: string): number | null {
  const value = fold(raw);
  const found = terms.find(({ id, name, aliases = [] }) =>
    [String(id), name.zh, name.en, ...aliases].some((candidate) => fold(candidate) === value),
  );
  return found?.id ?? null;
}

/** The code of a closed list's item, given as code, name or alias; null when it is none of them. */
export function readNamed(items: readonly Listed[], raw: string): string | null {
  const value = fold(raw);
  const found = items.find(({ code, name, aliases = [] }) =>
    [code, name.zh, name.en, ...aliases].some((candidate) => fold(candidate) === value),
  );
  return found?.code ?? null;
}

/** An item of a closed list with everything it may be called. */
export interface Listed {
  readonly code: string;
  readonly name: Text;
  readonly aliases?: readonly string[];
}

/** 2024, 2024年, 2024年度 → "2024"; a month in any writing → "2024-12"; null when it is neither. */
export function readPeriod(raw: string): string | null {
  const year = /^(\d{4})(?:年度?)?$/.exec(halfWidth(raw))?.[1];
  if (year !== undefined) return monthOf(Number(year), 1) === null ? null : year;
  const month = readMonth(raw);
  return month === null ? null : formatMonth(month);
}

const SUCCESSIONS: Readonly<Record<SuccessorKind, readonly string[]>> = {
  merger: ["merger", "合并", "吸收合并", "被合并"],
  transfer: ["transfer", "转移", "人员划转", "划转", "业务转移"],
  "code-change": ["code-change", "codechange", "换码", "代码变更", "更换代码"],
};

export const readSuccession = (raw: string): SuccessorKind | null => readWord(SUCCESSIONS, raw);

/** What became of an application; null when the cell says none of these. */
const OUTCOMES: Readonly<Record<ApplicationOutcome, readonly string[]>> = {
  granted: ["granted", "已发放", "发放", "已拨付", "批准", "核准", "通过", "同意"],
  refused: ["refused", "不予批准", "不予核准", "未通过", "不同意", "驳回"],
  withdrawn: ["withdrawn", "撤回", "撤销申请", "放弃", "退回资金"],
};

export const readOutcome = (raw: string): ApplicationOutcome | null => readWord(OUTCOMES, raw);

function readWord<T extends string>(words: Readonly<Record<T, readonly string[]>>, raw: string): T | null {
  const value = fold(raw);
  return (Object.keys(words) as T[]).find((word) => words[word].includes(value)) ?? null;
}

/** Half width, without any space. */
export const halfWidth = (raw: string): string => raw.normalize("NFKC").replace(/\s/g, "").replaceAll("−", "-");

const monthOf = (year: number, month: number): Month | null =>
  year >= 1900 && year < 2200 && month >= 1 && month <= 12 ? year * 12 + month - 1 : null;

function dateOf(year: number, month: number, day: number): string | null {
  if (monthOf(year, month) === null || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
