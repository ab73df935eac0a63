import { readFile } from "node:fs/promises";
import { z } from "zod";
import { Problem } from "../models/problem.ts";
import type { Field, Mapping } from "../models/profile.ts";
import { text } from "../models/text.ts";
import { FIELD_NAMES } from "../src/intake/field-names.ts";

const FIELDS = Object.keys(FIELD_NAMES) as [Field, ...Field[]];

const Mappings = z.array(
  z.strictObject({
    kind: z.enum(["register", "headcount", "industry", "event", "fact", "application", "none"]),
    layout: z.enum(["long", "wide"]),
    columns: z.partialRecord(z.enum(FIELDS), z.array(z.string())),
    monthHeader: z.string().optional(),
    unit: z.number().positive().optional(),
    ignore: z.array(z.string()).optional(),
  }),
);

/** A mapping of the user's own, or a list of them, from a json file. All problems are told at once. */
export async function readMapping(file: string): Promise<readonly Mapping[]> {
  const wrong = (zh: string, en: string) =>
    new Problem(
      "usage",
      "mapping-wrong",
      text(`列对应关系文件 ${file} ${zh}。`, `The mapping file ${file} ${en}.`),
      text("请参照 README 中的示例修改。", "Write it after the example in the README."),
    );
  const content = await readFile(file, "utf8").catch(() => {
    throw wrong("无法读取", "can't be read");
  });
  let mapping: unknown;
  try {
    mapping = JSON.parse(content);
  } catch {
    throw wrong("不是有效的 JSON", "is not valid JSON");
  }
  const parsed = Mappings.safeParse(Array.isArray(mapping) ? mapping : [mapping]);
  if (parsed.success) return parsed.data as readonly Mapping[];
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  throw wrong(`有误：${problems}`, `is wrong: ${problems}`);
}
