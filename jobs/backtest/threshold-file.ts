import { readFile } from "node:fs/promises";
import { z } from "zod";
import { compileRules } from "../../models/levels.ts";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { text } from "../../models/text.ts";
import type { LevelRule, ThresholdSet } from "../../models/threshold.ts";

const words = z.strictObject({ zh: z.string(), en: z.string() });
const origin = z.strictObject({
  kind: z.enum(["statute", "document", "practice", "measured", "convention"]),
  note: words,
});
const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must look like 2023-01");
const threshold = z.strictObject({ value: z.number(), unit: z.string().min(1), origin, validFrom: monthText });
const maybe = threshold.optional();

/** Every condition a rule may have; the type keeps it complete. */
const conditions = {
  ...{ z: maybe, q: maybe, leak: maybe, risk: maybe, hiddenShare: maybe, silentMonths: maybe, eventMonths: maybe },
  ...{
    fallPeople: maybe,
    fallShare: maybe,
    fall3People: maybe,
    fall3Share: maybe,
    fall12People: maybe,
    fall12Share: maybe,
  },
  ...{ headcount: maybe, headcountBelow: maybe, event: z.string().optional() },
  ...{ overRed: maybe, overOrange: maybe },
  ...{ eventPeople: maybe, eventShare: maybe, eventDays: maybe },
} satisfies Record<keyof LevelRule["when"], z.ZodType>;

const rule = z.strictObject({
  ...{ id: z.string().min(1), level: z.string().nullable(), name: words, origin },
  when: z.strictObject(conditions),
});
const collective = z.strictObject({
  ...{ id: z.string().min(1), level: z.string(), name: words, origin },
  ...{ enterprises: threshold, fallPeople: threshold, fallShare: threshold, headcount: maybe },
  beyondUsual: z.literal(true).optional(),
});

/** Numbers of the detector that sets kept before them lack: a place may take them up, and a file may leave them out. */
const added = { seasonPrior: maybe };

/** A whole set of this program's version: the detector's numbers are those that `own` has. */
const setLike = (own: ThresholdSet) =>
  z.strictObject({
    ...{ name: z.string().min(1), validFrom: monthText },
    detector: z.strictObject({
      ...Object.fromEntries(Object.keys(own.detector).map((name) => [name, threshold])),
      ...added,
    }),
    rules: z.array(rule).min(1),
    collective: z.array(collective),
    decision: z.strictObject({ downgradeAfter: threshold, closeAfter: threshold, silentUntil: maybe, budget: maybe }),
    industries: z.record(z.string(), threshold).optional(),
    sizes: z.record(z.string(), threshold).optional(),
  });

/** Reads a threshold set that an analyst changed. All problems are told at once, each with its field. */
export async function thresholdFile(path: string, profile: Profile, own: ThresholdSet): Promise<ThresholdSet> {
  const content = await readFile(path, "utf8").catch(() => {
    throw wrong(path, "无法读取", "can't be read");
  });
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    throw wrong(path, "不是有效的 JSON", "is not valid JSON");
  }
  const parsed = setLike(own).safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path: at, message }) => `${fieldOf(at)}: ${message}`).join("; ");
    throw wrong(path, `有误：${problems}`, `is wrong: ${problems}`);
  }
  const set = parsed.data as unknown as ThresholdSet;
  try {
    compileRules(set, profile);
  } catch (error) {
    const said = (error as Error).message;
    throw wrong(path, `有误：${said}`, `is wrong: ${said}`);
  }
  return set;
}

/** ["rules", 3, "when", "z"] → "rules[3].when.z", as a reader finds it in the file. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "") || "(file)";

const wrong = (file: string, zh: string, en: string): Problem =>
  new Problem(
    "usage",
    "thresholds-wrong",
    text(`阈值文件 ${file} ${zh}。`, `The threshold file ${file} ${en}.`),
    text(
      "可用 wengang backtest --print-thresholds 取得现行阈值，改动其中的数值后重试。",
      "Start from wengang backtest --print-thresholds and change the values in it.",
    ),
  );
