import type { Finding, Severity } from "../models/finding.ts";
import { type Text, text } from "../models/text.ts";

/** What stands before a finding on the command line: what became of it, or how pressing it is. */
const MARKS: Readonly<Record<Severity, Text>> = {
  block: text("拦截", "blocked"),
  error: text("严重", "error"),
  quarantine: text("隔离", "quarantined"),
  warn: text("提示", "warning"),
};

/** A finding, or several of one code of which this is the first. */
type Told = Pick<Finding, "code" | "severity" | "cell" | "message"> & { readonly count?: number };

export function findingLine({ code, severity, count = 1, cell, message }: Told, indent: string): Text {
  const mark = MARKS[severity];
  const first =
    count > 1 ? text(` ×${count}${cell ? `，首例 ${cell}` : ""}`, ` ×${count}${cell ? `, first ${cell}` : ""}`) : null;
  const where = first ?? text(cell ? ` ${cell}` : "", cell ? ` ${cell}` : "");
  return text(
    `${indent}${mark.zh} ${code}${where.zh}：${message.zh}`,
    `${indent}${mark.en} ${code}${where.en}: ${message.en}`,
  );
}
