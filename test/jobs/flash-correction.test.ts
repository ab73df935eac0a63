import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportEvent } from "../../jobs/alerts/report-event.ts";
import { correctReport } from "../../jobs/reports/correct.ts";
import { flashInput } from "../../jobs/reports/flash-input.ts";
import { type Draft, issueReport, reviewReport } from "../../jobs/reports/issue.ts";
import { flashFacts } from "../../reports/flash/facts.ts";
import type { Db } from "../../src/db/db.ts";
import { type EventName, newestEvents } from "../../src/db/enterprise-events.ts";
import { fillCounty, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";

const by = { actor: "王主任", at: "2026-02-10T01:00:00.000Z" };
const reviewer = { ...by, actor: "李科长" };

describe.each(oneDatabase())("a flash report, which no run keeps, on $name", ({ open }) => {
  let db: Db;
  let event: EventName;
  beforeAll(async () => {
    db = await open();
    await fillCounty(db, 60, 15);
    event = (await newestEvents(db, 1))[0]!;
  }, 60_000);
  afterAll(() => db.close());

  const flash = async (day: string): Promise<Draft> => {
    const id = `${event.enterprise}/${event.kind}/${event.occurredOn}`;
    return { facts: flashFacts(await flashInput(db, wushan, id, day)), run: null };
  };
  const correctOn = async (day: string) => correctReport(db, wushan, await flash(day), day, by);
  const tell = (people: number, day: string) =>
    reportEvent(
      db,
      { enterprise: event.enterprise, kind: event.kind, on: event.occurredOn, people, note: null },
      { profile: wushan, by: "test", clock: () => Date.parse(`${day}T02:00:00Z`) },
    );

  it("is corrected once its event is reported otherwise, each time against what was last said", async () => {
    await tell(61, "2026-02-10");
    await reviewReport(db, wushan, await flash("2026-02-10"), reviewer);
    await issueReport(db, wushan, await flash("2026-02-10"), "2026-02-10", by);
    expect(await correctOn("2026-02-11")).toBeNull();
    await tell(12, "2026-02-12");
    const { facts } = (await correctOn("2026-02-12"))!;
    expect(facts.passages!.map(({ before, after }) => [before?.zh, after?.zh])).toContainEqual([
      expect.stringContaining("涉及61人"),
      expect.stringContaining("涉及12人"),
    ]);
    expect(await correctOn("2026-02-13")).toBeNull();
    await tell(13, "2026-02-14");
    expect((await correctOn("2026-02-14"))!.facts.passages![0]!.before!.zh).toContain("涉及12人");
  }, 60_000);
});
