import { quarantine, warn, warnOnce } from "./wording.ts";

/** Rows as a whole. */
export const ROW_CODES = {
  "row-blank": warnOnce(
    ["数据中间有空行，已跳过。", "There are blank rows between the data; they were skipped."],
    ["请删除空行。", "Delete the blank rows."],
  ),
  "row-header-repeated": warnOnce(
    ["表头在数据中间重复出现，已跳过。", "The header is repeated between the data; it was skipped."],
    ["请只保留第一行表头。", "Keep only the first header."],
  ),
  "row-total": quarantine(
    [
      "这一行是“{value}”，不是一家单位，未计入。",
      'This row is a total ("{value}"), not an enterprise; it was left out.',
    ],
    ["请删除合计、小计行。", "Delete rows with totals."],
  ),
  "row-too-wide": quarantine(
    [
      "这一行有 {found} 列，表头只有 {width} 列，数值可能错位（例如 1,234 中的逗号被当作分隔符）。",
      "This row has {found} cells under a header of {width}; values may have shifted (a comma in 1,234 splits a cell).",
    ],
    [
      "请去掉千分位逗号，或给该单元格加引号。",
      "Write numbers without thousands separators, or put the cell in quotes.",
    ],
  ),
  "row-duplicate": warn(
    ["与 {other} 完全相同，只计一次。", "The same as {other}; counted once."],
    ["请删除重复行。", "Delete the repeated row."],
  ),
  "row-conflict": quarantine(
    [
      "与 {other} 是同一条（{key}），内容却不同；已保留先出现的一条。",
      "The same entry as {other} ({key}) with other content; the first one was kept.",
    ],
    [
      "请核实哪一条正确，只保留一条；更正上次报送请填写发布日期。",
      "Keep the right one; a correction of an earlier report needs its publication date.",
    ],
  ),
  "row-not-yours": quarantine(
    [
      "单位 {value} 不在您的辖区或主管行业内，未计入。",
      "Enterprise {value} is not of your region or industries; it was left out.",
    ],
    [
      "请删除此行；确属您负责的新单位，请先在名册中报送其乡镇和行业，或由县级统一报送。",
      "Delete the row; if it is a new one of yours, hand in the register with its region and industry first, or let the county do so.",
    ],
  ),
  "row-whole-place": quarantine(
    [
      "这一行是全县或行业的汇总数，只能由县级报送。",
      "This row is of a whole industry or place; only the county may hand it in.",
    ],
    ["请删除此行，或请县级报送。", "Delete the row, or ask the county to hand it in."],
  ),
  "register-varies": warnOnce(
    [
      "同一单位在本文件中的名称、行业或区划等前后不一致，采用首次出现的。",
      "An enterprise's name, industry or region differs between rows of this file; the first is used.",
    ],
    ["请统一同一单位的登记信息。", "Make the register columns of one enterprise agree."],
  ),
};
