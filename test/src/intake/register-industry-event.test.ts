import { describe, expect, test } from "vitest";
import { openIntake } from "../../../src/intake/intake.ts";
import { A, B, C, deliver, headcount, known, M202401, recordsOf, takeText, told, wide } from "./fixtures.ts";

describe("a register", () => {
  const header = "统一社会信用代码,单位名称,行业,乡镇,经济类型,营业收入,重点企业,承继企业代码,承继方式,开业日期";

  test("gives an entry with all it says", async () => {
    const taken = await takeText(
      `${header}\n${A},甲公司,C20,高唐街道,国有企业,"1,234.5",是,${B},吸收合并,2001年2月3日\n`,
    );
    expect(taken.findings).toEqual([]);
    expect(recordsOf(taken, "register")).toEqual([
      {
        code: A,
        name: "甲公司",
        industry: "C20",
        region: "高唐街道",
        ownership: "state",
        revenue: 1234.5,
        assets: null,
        keyEnterprise: true,
        specialist: null,
        successor: B,
        successorKind: "merger",
        validFrom: "2001-02-03",
        validTo: null,
        publishedOn: null,
      },
    ]);
  });

  test("asks about industries, regions and ownerships nobody knows and keeps them as written", async () => {
    const taken = await takeText(`${header}\n${A},甲,采星星,月亮镇,外星,,,,,\n`);
    expect(told(taken)).toEqual(["industry-unknown C2", "region-unknown D2", "ownership-unknown E2"]);
    expect(recordsOf(taken, "register")[0]).toMatchObject({ industry: "采星星", region: "月亮镇", ownership: "外星" });
    expect(taken.counts).toMatchObject({ accepted: 1, warned: 1 });
  });

  test("takes the place itself for a region that is known", async () => {
    expect(told(await takeText(`${header}\n${A},甲,C20,巫山县,,,,,,\n${B},乙,C20,500237,,,,,,\n`))).toEqual([]);
  });

  test("treats cells it cannot read as not reported", async () => {
    const taken = await takeText(`${header}\n${A},甲,,,,很多,也许,,走了,昨天\n`);
    expect(told(taken)).toEqual([
      "field-unreadable F2",
      "field-unreadable G2",
      "field-unreadable I2",
      "field-unreadable J2",
    ]);
    expect(recordsOf(taken, "register")[0]).toMatchObject({
      revenue: null,
      keyEnterprise: null,
      successorKind: null,
      validFrom: null,
    });
  });

  test("beside headcounts is read once an enterprise; a later difference is told", async () => {
    const rows = [`${A},甲,2024-01,5`, `${A},甲,2024-02,5`, `${A},甲甲,2024-03,5`, `${C},丙,2024-01,5`];
    const taken = await takeText(`统一社会信用代码,单位名称,月份,用工人数\n${rows.join("\n")}\n`);
    expect(recordsOf(taken, "register").map(({ name }) => name)).toEqual(["甲", "丙"]);
    expect(told(taken)).toEqual(["register-varies B4"]);
  });
});

describe("industry totals", () => {
  test("need an industry; one nobody knows is kept with a warning", async () => {
    const taken = await takeText(
      "行业,乡镇,月份,用工人数\nC20,,2024-01,500\n采星星,,2024-01,5\n,,2024-01,7\n全部合计,,2024-01,7\n合计,,2024-01,507\n",
    );
    expect(told(taken)).toEqual(["industry-unknown A3", "industry-missing A4", "industry-unknown A5", "row-total A6"]);
    expect(recordsOf(taken, "industry")[0]).toEqual({
      industry: "C20",
      region: null,
      month: M202401,
      headcount: 500,
      publishedOn: null,
    });
    expect(taken.counts).toEqual({ read: 5, accepted: 3, quarantined: 2, warned: 2 });
  });
});

describe("events", () => {
  const header = "统一社会信用代码,动态类型,发生日期,涉及人数,说明";

  test("are read by code, name or alias of their kind", async () => {
    const taken = await takeText(
      `${header}\n${A},layoff-plan,2024-06-01,20,拟裁员\n${B},裁员方案报告,2024/6/2,,\n${C},裁员报告,45446,x,\n`,
    );
    expect(
      recordsOf(taken, "event").map(({ kind, occurredOn, people, note }) => [kind, occurredOn, people, note]),
    ).toEqual([
      ["layoff-plan", "2024-06-01", 20, "拟裁员"],
      ["layoff-plan", "2024-06-02", null, null],
      ["layoff-plan", "2024-06-03", null, null],
    ]);
    expect(told(taken)).toEqual(["field-unreadable D4"]);
  });

  test("stay out without a kind that is known or a day that was", async () => {
    const taken = await takeText(
      `${header}\n${A},搬家,2024-06-01,,\n${A},,2024-06-01,,\n${A},layoff-plan,2024-06-16,,\n${A},layoff-plan,,,\n`,
    );
    expect(told(taken)).toEqual([
      "event-kind-unknown B2",
      "event-kind-missing B3",
      "date-future C4",
      "date-missing C5",
    ]);
    expect(taken.counts).toMatchObject({ accepted: 0, quarantined: 4 });
  });
});

describe("the door", () => {
  test("says which kind of table comes, and of a blocked one what it seems to be", async () => {
    const open = await openIntake(deliver(`统一社会信用代码,月份,用工人数\n${A},2024-01,5\n`), known());
    expect(open).toMatchObject({ kind: "open", recordKind: "headcount" });
    const almost = await openIntake(
      deliver(`统一社会信用代码,动态类型\n${A},x\n`),
      known({ mappings: known().mappings.slice(0, 4) }),
    );
    expect(almost).toMatchObject({ kind: "blocked", recordKind: "event" });
    expect(await openIntake(deliver(""), known())).toMatchObject({ kind: "blocked", recordKind: null });
  });

  test("takes the first mapping that fits, whatever else would", async () => {
    const text = `统一社会信用代码,月份,用工人数,2024-01\n${A},2024-01,5,6\n`;
    expect(recordsOf(await takeText(text, known({ mappings: [headcount, wide] })), "headcount")[0]!.headcount).toBe(5);
    expect(recordsOf(await takeText(text, known({ mappings: [wide, headcount] })), "headcount")[0]!.headcount).toBe(6);
  });

  test("names a month header that is no regular expression as a problem of the mapping", async () => {
    const broken = { ...wide, monthHeader: "(" };
    await expect(takeText(`统一社会信用代码\n${A}\n`, known({ mappings: [broken] }))).rejects.toMatchObject({
      code: "month-header-wrong",
      kind: "usage",
    });
  });

  test("passes on a delivery that cannot be opened as what it is", async () => {
    const delivery = { name: "a.csv", size: null, open: () => Promise.reject(new Error("disk gone")) };
    await expect(openIntake(delivery, known())).rejects.toThrow("disk gone");
  });
});
