import { describe, expect, it } from "vitest";
import { count } from "../../../reports/document/cell.ts";
import type { ReportDocument } from "../../../reports/document/document.ts";
import { FIXTURE } from "./fixture.ts";
import { differences, expected } from "./read-back.ts";
import { THROUGH } from "./through.ts";

/** One number of the first table is off by one. */
const planted: ReportDocument = {
  ...FIXTURE,
  blocks: FIXTURE.blocks.map((block) =>
    block.kind === "table" && block.id === "industries"
      ? {
          ...block,
          rows: block.rows.map((row, r) => (r === 1 ? { ...row, cells: row.cells.with(1, count(12002)) } : row)),
        }
      : block,
  ),
};

describe.each(Object.entries(THROUGH))("%s", (name, through) => {
  it("holds every cell of every table as the document says it", async () => {
    expect(expected(FIXTURE).size).toBe(5 * 5 + 24 * 7);
    expect(differences(FIXTURE, await through(FIXTURE, FIXTURE))).toEqual([]);
  });

  it("does not pass for the document when one number is off by one", async () => {
    const found = differences(FIXTURE, await through(planted, FIXTURE));
    expect(found.map(({ cell }) => cell)).toContain("industries/1/1");
    if (name !== "pdf") expect(found).toHaveLength(1); // paper is compared row by row
  });
});
