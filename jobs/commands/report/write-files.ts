import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../../models/problem.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { ReportDocument } from "../../../reports/document/document.ts";
import { FORMATS, type Format, filesOf } from "../../reports/formats.ts";
import { explainedStorage } from "../../storage.ts";
import { writeAside } from "../../write-aside.ts";
import type { CommandSpec, Options } from "../command.ts";
import { optional, required } from "../values.ts";

const DEFAULT_FORMATS = "docx,pdf,xlsx,html";

/** Where files go and in which formats. */
export const FILE_OPTIONS: CommandSpec["options"] = [
  [
    "--format <list>",
    text(`格式，逗号分隔：${FORMATS.join("、")}`, `formats, separated by commas: ${FORMATS.join(", ")}`),
    DEFAULT_FORMATS,
  ],
  ["--out <dir>", text("输出文件夹", "the folder to write to")],
];

export interface Target {
  readonly out: string;
  readonly formats: readonly Format[];
}

export const targetOf = (options: Options): Target => ({
  formats: formatsOf(optional(options, "format") ?? DEFAULT_FORMATS),
  out: required(options, "out", "--out"),
});

export function formatsOf(list: string): readonly Format[] {
  const asked = list.split(",").map((name) => name.trim());
  const wrong = asked.find((name) => !FORMATS.includes(name as Format));
  if (wrong === undefined) return [...new Set(asked as Format[])];
  throw new Problem(
    "usage",
    "format-unknown",
    text(`--format 不支持“${wrong}”。`, `--format has no "${wrong}".`),
    text(`可用：${FORMATS.join("、")}。`, `There are: ${FORMATS.join(", ")}.`),
  );
}

/** Writes a report's files and returns their paths. `asOf` is the date they say they were made. */
export function writeFiles(
  document: ReportDocument,
  { out, formats }: Target,
  profile: Profile,
  asOf: string,
): Promise<readonly string[]> {
  return explainedStorage(out, async () => {
    await mkdir(out, { recursive: true });
    const files: string[] = [];
    for (const format of formats)
      for (const { name, bytes } of await filesOf(document, format, profile, asOf)) {
        await writeAside(join(out, name), [bytes]);
        files.push(join(out, name));
      }
    return files;
  });
}

/** One line that names the report, then one a file. */
export const fileLines = (title: Text, files: readonly string[]): Text[] => [
  text(`已写出《${title.zh}》：`, `Wrote "${title.en}":`),
  ...files.map((file) => text(`  ${file}`, `  ${file}`)),
];
