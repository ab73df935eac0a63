import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importDeliveries } from "../../jobs/import.ts";
import { noProgress } from "../../jobs/progress.ts";
import { runMonth } from "../../jobs/run/month-run.ts";
import { formatMonth, parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { REPORT_KINDS } from "../../models/report-kind.ts";
import { text } from "../../models/text.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import { decisionsOf } from "../../src/db/alert.ts";
import { migrate } from "../../src/db/migrate.ts";
import { openMemory } from "../../src/db/pglite.ts";
import { foundPlace } from "../../src/db/place.ts";
import { reportFacts } from "../../src/db/report.ts";
import { keepThresholds } from "../../src/db/threshold-set.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { monthlyPage } from "../monthly-page.ts";

const wushan = loadProfile("wushan");
const name = (word: string) => text(word, word);

/** A place that shares no code with any other: two guilds, two quarters, two levels of its own, its own headers. */
const atlantis: Profile = {
  ...wushan,
  name: "atlantis",
  title: text("亚特兰蒂斯", "Atlantis"),
  place: "ATL",
  codeScheme: "own",
  correspondence: {
    issuers: [{ department: "council", name: name("Council of Atlantis"), word: name("Atl") }],
    addressees: Object.fromEntries(
      REPORT_KINDS.map((kind) => [kind, name("The guilds")]),
    ) as Profile["correspondence"]["addressees"],
    copies: [],
    governments: { "": name(" Ward") },
  },
  regions: [
    { code: "ATL", name: text("亚特兰蒂斯", "Atlantis"), parent: null, kind: "city" },
    { code: "ATL-N", name: name("North Quay"), parent: "ATL", kind: "quarter" },
    { code: "ATL-S", name: name("South Quay"), parent: "ATL", kind: "quarter" },
  ],
  industries: [
    { code: "G", name: name("Guilds"), parent: null, sector: null },
    { code: "G1", name: name("Divers"), parent: "G", sector: null },
    { code: "G2", name: name("Potters"), parent: "G", sector: null },
  ],
  departments: [{ code: "senate", name: name("Senate"), role: "regulator" }],
  regulations: [{ department: "senate", industry: "G" }],
  levels: [
    { code: "flood", name: name("Flood"), numeral: "1", shape: "▲", color: "#8a1111" },
    { code: "tide", name: name("Tide"), numeral: "2", shape: "■", color: "#114488" },
  ],
  sizeRules: [],
  sizeBands: [0, 40],
  calendar: { ...wushan.calendar, springFestival: false },
  thresholds: {
    ...wushan.thresholds,
    name: "atlantis-1",
    rules: wushan.thresholds.rules
      .filter((rule) => rule.when.event === undefined)
      .map((rule) => (rule.level === null ? rule : { ...rule, level: rule.level === "red" ? "flood" : "tide" })),
    collective: wushan.thresholds.collective.map((rule) => ({ ...rule, level: "flood" })),
  },
  mappings: {
    scrolls: [
      {
        kind: "headcount",
        layout: "long",
        columns: {
          code: ["house"],
          name: ["called"],
          industry: ["guild"],
          region: ["quay"],
          month: ["moon"],
          headcount: ["hands"],
        },
      },
    ],
  },
  sources: [],
  acceptance: { stages: [], origin: { kind: "convention", note: text("测试", "test") } },
};

const folder = mkdtempSync(join(tmpdir(), "wengang-atlantis-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** 40 houses over 12 months; house 7 loses most of its hands in the last. */
function scroll(): string {
  const rows: string[] = [];
  for (let house = 0; house < 40; house++)
    for (let t = 0; t < 12; t++) {
      const usual = 60 + house * 3 + ((house * 7 + t * 5) % 4);
      const hands = house === 7 && t === 11 ? 9 : usual;
      rows.push(
        `H${house},House ${house},G${1 + (house % 2)},ATL-${house % 3 ? "N" : "S"},${formatMonth(parseMonth("2024-01") + t)},${hands}`,
      );
    }
  return `house,called,guild,quay,moon,hands\n${rows.join("\n")}\n`;
}

describe("a third, made-up profile", () => {
  it("runs from its own file to its own levels and a report in its own names", async () => {
    const db = await openMemory();
    await migrate(db);
    await foundPlace(db, atlantis.name);
    await keepThresholds(db, atlantis.thresholds, "test", "first set");
    writeFileSync(join(folder, "scroll.csv"), scroll());
    const today = "2025-02-01";
    const order = {
      profile: atlantis,
      source: "scrolls",
      mappings: atlantis.mappings.scrolls!,
      publishedOn: today,
      today,
      by: "test",
    };
    const [result] = await importDeliveries(db, await fileDeliveries([join(folder, "scroll.csv")]), order, noProgress);
    expect(result).toMatchObject({ kind: "accepted", counts: { read: 480, accepted: 480, quarantined: 0 } });
    const run = { profile: atlantis, asOf: today, holder: "test", workers: 1, clock: () => 0, pull: async () => ({}) };
    const outcome = await runMonth(db, parseMonth("2024-12"), run, noProgress);
    const decisions = await decisionsOf(db, outcome.run.id);
    expect(decisions).toContainEqual(expect.objectContaining({ subject: "H7", levelAfter: "flood", reason: "opened" }));
    const facts = await reportFacts<MonthlyFacts>(db, { run: outcome.run.id, kind: "monthly", scope: "" });
    const html = monthlyPage(facts!, atlantis, "zh");
    for (const word of ["Potters", "North Quay", "Flood", "House 7", "亚特兰蒂斯"]) expect(html).toContain(word);
    for (const word of ["巫山", "500237", "采矿业"]) expect(html).not.toContain(word);
    await db.close();
  });
});
