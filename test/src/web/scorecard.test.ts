import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../../models/rights/roles.ts";
import type { Db } from "../../../src/db/db.ts";
import { latestRuns } from "../../../src/db/run.ts";
import { scorecardOfRun } from "../../../src/db/scorecard.ts";
import { fillCounty, runOn } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { person, type Service, serve, signedIn } from "./service.ts";

const OWN = { departments: ["miit"], regions: ["500237001"], specialist: "张三" };

describe.each(oneDatabase())("the scorecard page on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 40, 15);
    for (const month of [last - 1, last]) await runOn(db, month);
    service = await serve(db);
  }, 120_000);
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  it.each(["regulator", "township", "specialist", "office", "analyst"] as const)(
    "tells the %s how often each level was right, and the rest to those who see the whole place",
    async (role: Role) => {
      const kept = (await scorecardOfRun(db, (await latestRuns(db)).at(-1)!.id))!;
      const reader = await signedIn(service, await person(service, role, OWN));
      const { judged, card } = JSON.parse((await reader.get("/api/scorecard")).text);
      expect(judged.levels).toEqual(kept.levels);
      expect(card !== null).toBe(role === "office" || role === "analyst");
      const page = (await reader.get("/scorecard")).text;
      expect(page).toContain("各等级的查准率");
      expect(page).toContain('<a href="/scorecard" aria-current="page">');
    },
  );

  it("refuses an administrator", async () => {
    const reader = await signedIn(service, await person(service, "administrator"));
    expect((await reader.get("/api/scorecard")).status).toBe(403);
  });
});
