import { type Text, text } from "../../models/text.ts";
import type { Threshold } from "../../models/threshold.ts";
import type { DocumentRow, TableBlock } from "../document/document.ts";
import type { ColumnWords, Writer } from "../document/writer.ts";
import { originWords, thresholdValue } from "../wording/thresholds.ts";

export const THRESHOLD_HEADS: readonly ColumnWords[] = [
  { head: text("项目", "Item"), kind: "wide" },
  { head: text("数值", "Value"), kind: "tag" },
  { head: text("来源", "Origin"), kind: "wide" },
];

export const thresholdRow = (name: Text, threshold: Threshold, w: Writer): DocumentRow => ({
  cells: [w.words(name), w.words(thresholdValue(threshold)), w.words(originWords(threshold.origin))],
});

/** The numbers that a report's words and suggestions rest on, each with its origin. */
export const thresholdTable = (thresholds: readonly (readonly [Text, Threshold])[], w: Writer): TableBlock =>
  w.table({
    ...{
      id: "bounds",
      caption: text("判断和建议的界限", "Bounds of judgement and suggestions"),
      columns: THRESHOLD_HEADS,
    },
    rows: thresholds.map(([name, threshold]) => thresholdRow(name, threshold, w)),
    empty: text("无。", "none."),
  });
