import { describe, expect, it } from "vitest";
import { count, rate, words } from "../../../reports/document/cell.ts";
import type { Cell, TableColumn } from "../../../reports/document/document.ts";
import { columnShares } from "../../../reports/formats/column-shares.ts";

/** Characters of the page's width at 9 pt: 156 mm are 442 pt. */
const WIDTH = 49;
const column = (head: string, kind: TableColumn["kind"]): TableColumn => ({ head, kind });
const widths = (columns: readonly TableColumn[], rows: readonly (readonly Cell[])[], characters = WIDTH) =>
  columnShares({ columns, rows: rows.map((cells) => ({ cells })) }, characters).map((share) => share * characters);

describe("the columns of a table", () => {
  const dispatch = [
    ...[column("企业", "text"), column("等级", "tag"), column("变化", "tag"), column("事项", "tag")],
    ...[column("期限", "tag"), column("状态", "tag"), column("责任人", "tag")],
  ];
  const row = [
    words("模拟·巫山长达食品有限责任公司(0273)", [{ text: "91500237MA60J2TNX9", small: true }]),
    ...[words("▲红色"), words("持续", [{ text: "2025-08起，首次预警", small: true }]), words("首访核实")],
    ...[words("2026-01-13"), words("未到期"), words("模拟专员2-3")],
  ];

  // 18 capitals and digits of .65 of a Chinese character, set at .98 and with 1.2 beside them: 18 × .65 × .98 + 1.2 = 12.67.
  it("leave room for the 18 characters of an enterprise's code, however many columns there are", () => {
    expect(widths(dispatch, [row])[0]).toBeGreaterThanOrEqual(12.6);
  });

  // In DejaVu Sans, which stands in for 宋体 where that is not installed, the word is 8.12 wide.
  it("leave room for a Latin word with wide letters", () => {
    const numbers = Array.from({ length: 8 }, () => column("Jobs gained", "number"));
    const cells = [words("Accommodation and catering"), ...numbers.map(() => count(-1234))];
    expect(widths([column("Name", "text"), ...numbers], [cells], 55)[0]).toBeGreaterThanOrEqual(8.12 + 1.2);
  });

  // Ten characters of .65, without the room beside them.
  it("leave room for a date on one line", () => {
    expect(widths(dispatch, [row])[4]).toBeGreaterThanOrEqual(6.5);
  });

  it("hold every number whole where ten of them stand beside long names", () => {
    const numbers = Array.from({ length: 10 }, (_, i) => column(`岗位减少${i}`, "number"));
    const cells = [words("电力、热力、燃气及水生产和供应业"), ...numbers.map(() => count(-1234567))];
    const [name, ...rest] = widths([column("名称", "text"), ...numbers], [cells], 80);
    for (const width of rest) expect(width).toBeGreaterThanOrEqual(2 * 0.6 + 8 * 0.65);
    expect(name).toBeGreaterThanOrEqual(5);
  });

  it("break no Latin word of a head", () => {
    const heads = ["Shrinking", "Growing", "Diffusion", "By jobs", "Largest", "Herfindahl"];
    const columns = [column("Name", "text"), ...heads.map((head) => column(head, "number"))];
    const found = widths(columns, [[words("Leasing and business services"), ...heads.map(() => rate(0.5))]], 42).slice(
      1,
    );
    for (const [i, head] of heads.entries())
      expect(found[i]).toBeGreaterThanOrEqual(Math.max(...head.split(" ").map((word) => word.length * 0.6)));
  });

  it("take the whole width, whatever they hold", () => {
    for (const characters of [20, 42, 80])
      expect(widths(dispatch, [row], characters).reduce((a, b) => a + b, 0)).toBeCloseTo(characters, 9);
  });

  it("give what is left to those with more to say", () => {
    const columns = [column("规则", "text"), column("条件", "wide"), column("来源", "wide")];
    const [, short, long] = widths(columns, [[words("规则"), words("当月有动态"), words("外地做法：".repeat(12))]], 42);
    expect(long!).toBeGreaterThan(1.5 * short!);
  });
});
