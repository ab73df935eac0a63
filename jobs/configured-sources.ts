import { readFile } from "node:fs/promises";
import { z } from "zod";
import { Problem } from "../models/problem.ts";
import type { SourceConfig } from "../models/profile.ts";
import { text } from "../models/text.ts";

const source = z.string().min(1);
const Sources = z.array(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("file"), source, path: z.string().min(1) }),
    z.strictObject({
      kind: z.literal("http"),
      source,
      url: z.url({ protocol: /^https?$/ }),
      tokenEnv: z.string().optional(),
      next: z.string().optional(),
      rows: z.string().optional(),
    }),
    z.strictObject({
      kind: z.literal("sql"),
      source,
      name: z.string().min(1),
      urlEnv: z.string().min(1),
      query: z.string().min(1),
    }),
  ]),
);

/** The sources a deployment adds to its profile's, from the json file the environment names. All problems are told at once. */
export async function configuredSources(file: string | undefined): Promise<readonly SourceConfig[]> {
  if (file === undefined) return [];
  const content = await readFile(file, "utf8").catch(() => {
    throw wrong(file, "无法读取", "can't be read");
  });
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    throw wrong(file, "不是有效的 JSON", "is not valid JSON");
  }
  const parsed = Sources.safeParse(json);
  if (parsed.success) return parsed.data as readonly SourceConfig[];
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".") || "[]"}: ${issue.message}`).join("; ");
  throw wrong(file, `有误：${problems}`, `is wrong: ${problems}`);
}

const wrong = (file: string, zh: string, en: string): Problem =>
  new Problem(
    "usage",
    "sources-file-wrong",
    text(`数据源配置文件 ${file} ${zh}。`, `The sources file ${file} ${en}.`),
    text(
      "请参照 README 的示例修改 WENGANG_SOURCES 所指的文件。",
      "Correct the file WENGANG_SOURCES names, after the example in the README.",
    ),
  );
