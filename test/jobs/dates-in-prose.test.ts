import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flashInput } from "../../jobs/reports/flash-input.ts";
import { noFigures } from "../../jobs/reports/no-figures.ts";
import type { Language } from "../../models/text.ts";
import type { Block, ReportDocument } from "../../reports/document/document.ts";
import { type AnyFacts, documentOf } from "../../reports/document-of.ts";
import { flashFacts } from "../../reports/flash/facts.ts";
import { noFiguresDocument } from "../../reports/no-figures/document.ts";
import type { Db } from "../../src/db/db.ts";
import { newestEvents } from "../../src/db/enterprise-events.ts";
import { reportFacts, reportsOfRun } from "../../src/db/report.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";

/** All sentences of a document; tables keep 2025-12, which sorts and is short. */
const said = ({ title, sources, blocks }: ReportDocument): string[] => [
  title,
  ...sources.map(({ text }) => text),
  ...blocks.flatMap(wordsOf),
];

function wordsOf(block: Block): string[] {
  if (block.kind === "paragraph") return block.runs.map(({ text }) => text);
  if (block.kind === "figure") return [block.says];
  return block.kind === "heading" ? [block.text] : [];
}

/** GB/T 9704-2012 7.3.5: 成文日期 in Arabic figures with year, month and day in full, without leading zeros. */
describe.each(oneDatabase())("dates in the sentences of reports, on $name", ({ open }) => {
  let db: Db;
  let all: AnyFacts[];
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 120, 26);
    const { run } = await runOn(db, last);
    const kept = await reportsOfRun(db, run.id);
    const facts = kept.map(async (one) => (await reportFacts<AnyFacts>(db, { run: run.id, ...one }))!);
    const [event] = await newestEvents(db, 1);
    const flash = await flashInput(
      db,
      wushan,
      `${event!.enterprise}/${event!.kind}/${event!.occurredOn}`,
      "2026-01-10",
    );
    all = [...(await Promise.all(facts)), flashFacts(flash)];
  }, 120_000);
  afterAll(() => db.close());

  it.each<Language>(["zh", "en"])("are written out in every kind of report: %s", (language) => {
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(5);
    const sentences = all.flatMap((facts) => said(documentOf(facts, language, null)));
    expect(sentences.filter((one) => /\d{4}-\d{2}/.test(one))).toEqual([]);
    const written = language === "zh" ? /截至2026年1月\d+日/ : /by \d+ January 2026/;
    expect(sentences.some((one) => written.test(one))).toBe(true);
  });

  it.each<Language>(["zh", "en"])("are written out where no figures came: %s", async (language) => {
    const scope = { dimension: "place" as const, code: wushan.place };
    const facts = await noFigures(db, wushan, { kind: "monthly", month: 2026 * 12, scope }, "2026-02-12");
    expect(said(noFiguresDocument(facts!, language)).filter((one) => /\d{4}-\d{2}/.test(one))).toEqual([]);
  });
});
