import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withCorrections } from "../../../jobs/upload/correction-mapping.ts";
import { intakeDeskOf } from "../../../jobs/web/intake-desk.ts";
import { parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import type { Db } from "../../../src/db/db.ts";
import { newestRecord } from "../../../src/db/headcount.ts";
import { addPerson, personById } from "../../../src/db/people/person.ts";
import { keepUpload, uploadById } from "../../../src/db/upload.ts";
import { wushan } from "../../county.ts";
import { testDatabases } from "../../databases.ts";
import { csv, emptyPlace, TODAY, takeIn } from "../../takes.ts";

const CODE = "91500237MA60000084";
const MONTH = parseMonth("2025-05");
const NOW = Date.parse(`${TODAY}T02:00:00Z`);

/** A place that reports a column a month, and has no table of one row a month. */
const wide: Profile = {
  ...wushan,
  mappings: {
    county: wushan.mappings.county!.filter(({ kind, layout }) => kind !== "headcount" || layout === "wide"),
  },
};

it("a place with a table of its own for a month reads files by its own tables alone", () => {
  expect(withCorrections(wushan.mappings.county!)).toBe(wushan.mappings.county);
});

describe.each(testDatabases())("a place that reports a column a month on $name", ({ open }) => {
  let db: Db;
  beforeAll(async () => {
    db = await emptyPlace(await open());
    const order = { profile: wide, mappings: wide.mappings.county! };
    await takeIn(
      db,
      csv("register.csv", ["统一社会信用代码,企业名称,行业代码,乡镇街道", `${CODE},一企,C13,高唐街道`]),
      order,
    );
    const told = await takeIn(db, csv("wide.csv", ["统一社会信用代码,2025年4月,2025年5月", `${CODE},400,410`]), order);
    expect(told).toMatchObject({ kind: "accepted" });
  });
  afterAll(() => db?.close());

  it("has a month's figure corrected by a version beside the original", async () => {
    const grant = { roles: ["office"] as const, departments: [], regions: [], specialist: null, ssoSubject: null };
    const by = { by: "test", rights: "granted", now: NOW } as const;
    const person = (await personById(db, (await addPerson(db, { ...grant, account: "office", name: "某" }, by))!))!;
    const desk = intakeDeskOf({ db, profile: wide, clock: () => NOW });
    const figure = { code: CODE, month: MONTH, headcount: 41, reason: "多写一个零" };
    const { checked, before } = await desk.correction(figure, person);
    expect([before, checked.verdict, checked.kind, checked.enterprises]).toEqual([410, "ready", "headcount", [CODE]]);
    const upload = (await uploadById(db, await keepUpload(db, checked, NOW)))!;
    await db.transaction((tx) => desk.take(tx, upload));
    const versions = await db.query<{ month: number; headcount: number }>(
      "select month, headcount from headcount order by month, published_on, batch_id",
    );
    expect(versions.map(({ month, headcount }) => [month, headcount])).toEqual([
      [MONTH - 1, 400],
      [MONTH, 410],
      [MONTH, 41],
    ]);
    expect((await newestRecord(db, CODE, MONTH))?.headcount).toBe(41);
  });
});
