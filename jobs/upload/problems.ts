import type { Finding } from "../../models/finding.ts";
import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";

export const notForImport = (name: string): Problem =>
  new Problem(
    "input",
    "upload-not-for-import",
    text(`${name} 不是可导入的表（例如模拟真值）。`, `${name} is no table for import (such as simulated truth).`),
    text(
      "请改传用工、名录等报表，可先下载模板。",
      "Hand in a headcount table, a register or the like; templates help.",
    ),
  );

export const alreadyImported = (name: string, batch: number): Problem =>
  new Problem(
    "input",
    "upload-known",
    text(
      `${name} 的内容与第${batch}批相同，已经入库。`,
      `${name} has the same content as batch ${batch}, which counts already.`,
    ),
    text(
      "不必重复报送；要更正，请改好后再上传。",
      "There is nothing to do; to correct it, change it and hand it in again.",
    ),
  );

export const publishedLater = (publishedOn: string, today: string): Problem =>
  new Problem(
    "input",
    "published-in-future",
    text(
      `发布日期${publishedOn}晚于今天（${today}）。`,
      `The publication date ${publishedOn} is after today (${today}).`,
    ),
    text("请填写数据实际公布的日期，或留空。", "Give the date the figures became known, or leave it blank."),
  );

export const noLongerFit = (cause: Text): Problem =>
  new Problem(
    "input",
    "upload-no-longer-fit",
    text(`文件现在不能入库：${cause.zh}`, `The file can't be imported now: ${cause.en}`),
    text("请退回，由报送人改正后重新上传。", "Send it back; whoever handed it in corrects it and hands it in again."),
  );

export const notMarkable = ({ message, repair }: Pick<Finding, "message" | "repair">): Problem =>
  new Problem(
    "input",
    "upload-unmarkable",
    text(`文件读不出，无法标注：${message.zh}`, `The file can't be read, so nothing can be marked: ${message.en}`),
    repair,
  );

export const contentGone = (): Problem =>
  new Problem(
    "no-data",
    "upload-content-gone",
    text("文件已过保存期，内容已清除。", "The file has been kept for its time, and its content is gone."),
    text("请重新上传。", "Hand it in again."),
  );

export const cellUnknown = (cell: string): Problem =>
  new Problem(
    "input",
    "correction-cell-unknown",
    text(`文件的数据区没有单元格 ${cell}。`, `The rows of the file have no cell ${cell}.`),
    text("请按检查结果或原表填写位置，例如 数据!C17。", "Write the address as the findings do, such as Data!C17."),
  );

export const cellIsKey = (cell: string): Problem =>
  new Problem(
    "input",
    "correction-of-key",
    text(
      `${cell} 标明这一行说的是谁、哪个月；更正后会成为另一条记录，原来的一条仍然计入。`,
      `${cell} says whom and which month the row is about: corrected it would be another record, and the first would still count.`,
    ),
    text("请退回，由报送人改正后重新上传。", "Send it back; whoever handed it in corrects it and hands it in again."),
  );

export const correctionBad = (cause: Text, repair: Text): Problem =>
  new Problem(
    "input",
    "correction-bad",
    text(`更正后的这一行仍不能入库：${cause.zh}`, `The row would stay out even so: ${cause.en}`),
    repair,
  );

export const figureUnknown = (month: string): Problem =>
  new Problem(
    "input",
    "correction-of-nothing",
    text(
      `${month}没有报送过用工人数，无从更正。`,
      `No headcount was reported for ${month}: there is nothing to correct.`,
    ),
    text("补报请在数据页上传报表。", "Hand in a table on the data page to report the month."),
  );

export const figureSame = (month: string, headcount: number): Problem =>
  new Problem(
    "input",
    "correction-same",
    text(`${month}现在就是${headcount}人。`, `${month} stands at ${headcount} already.`),
    text("请核对月份和人数。", "Check the month and the figure."),
  );
