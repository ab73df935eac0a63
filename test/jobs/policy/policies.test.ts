import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { surveyCounty } from "../../../jobs/policy/survey.ts";
import { suspiciousClaims } from "../../../jobs/policy/suspicious.ts";
import { assessPolicies } from "../../../models/policy/assess.ts";
import { explainClaim } from "../../../models/policy/explain-claim.ts";
import { factsOf, type PolicyDay } from "../../../src/db/collect-facts.ts";
import type { Db } from "../../../src/db/db.ts";
import { newsFor } from "../../../src/db/publication.ts";
import { vintageAsOf } from "../../../src/db/vintage.ts";
import { wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { csv, emptyPlace, TODAY, takeIn } from "../../takes.ts";

const A = "91500237MA60000084";
const B = "91500237123456788A";
const GONE = "91350200776049653A";
const DATE = "2023-12-31";

const REGISTER = "统一社会信用代码,企业名称,行业代码,登记注册类型,营业收入(万元),注销日期,报送日期";
const HEADCOUNT = "统一社会信用代码,月份,用工人数,新招人数,报送日期";
const FACT = "统一社会信用代码,事项,所属期间,数值,报送日期";
const APPLICATION = "统一社会信用代码,政策,申请日期,申领人数,申领金额(元),办理结果,报送日期";
const LISTS = wushan.facts.filter(({ roster }) => roster).map(({ code }) => `500237,${code},2023,0,2024-01-10`);

/** A went from 100 to 95 insured in 2022 and hired three; B lost a tenth; a third enterprise is gone. */
const COUNTY = [
  [
    "register.csv",
    REGISTER,
    `${A},甲公司,1310,私营有限责任公司,500,,2021-12-01`,
    `${B},乙公司,1310,国有企业,500,,2021-12-01`,
    `${GONE},丙公司,1310,,500,2023-06-30,2021-12-01`,
  ],
  [
    "headcount.csv",
    HEADCOUNT,
    ...[`${A},2021-12,100,,2022-01-05`, `${A},2022-05,97,,2022-06-05`, `${A},2022-12,95,,2023-01-05`],
    ...[`${A},2023-05,98,,2023-06-05`, `${A},2023-12,98,,2024-01-05`],
    ...[`${B},2021-12,100,,2022-01-05`, `${B},2022-12,90,,2023-01-05`, `${GONE},2022-12,50,,2023-01-05`],
  ],
  [
    "facts.csv",
    FACT,
    ...LISTS,
    `${A},实际缴纳失业保险费,2022,12345.60,2023-02-01`,
    `${A},招用高校毕业生人数,2023,3,2024-01-10`,
    `${B},见习人数,2023,2,2024-01-10`,
  ],
] as const;

describe.each(oneDatabase())("support policies on $name", ({ open }) => {
  let db: Db;
  beforeEach(async () => {
    db = await emptyPlace(await open());
    for (const [name, ...lines] of COUNTY) expect(await takeIn(db, csv(name, lines))).toMatchObject({ findings: [] });
  });
  afterEach(() => db.close());

  const dayAsOf = async (asOf: string, date = DATE): Promise<PolicyDay> => ({
    profile: wushan,
    date,
    vintage: (await vintageAsOf(db, asOf))!,
  });
  const day = (date = DATE) => dayAsOf(TODAY, date);
  const outcomesOf = async (code: string, at: PolicyDay) => {
    const known = await factsOf(db, at, code);
    const all = assessPolicies(wushan, known!.facts, at.date);
    return Object.fromEntries(all.map(({ policy, outcome }) => [policy.code, outcome]));
  };
  const apply = (...rows: readonly string[]) => takeIn(db, csv("applications.csv", [APPLICATION, ...rows]));

  it("gather what is stored of one enterprise", async () => {
    const known = await factsOf(db, await day(), A);
    expect(known).toMatchObject({ name: "甲公司", region: null });
    const { facts } = known!;
    expect(facts).toMatchObject({ code: A, place: "500237", entity: "91", ownership: "173", large: false });
    expect([...facts.insured.values()].toSorted((a, b) => a - b)).toEqual([95, 97, 98, 98, 100]);
    expect(facts.own.get("premiums-paid 2022")).toBe(12_345.6);
    expect(facts.ofPlace.get("zombie 2023")).toBe(0);
    expect(await factsOf(db, await day(), "nobody")).toBeNull();
  });

  it("are assessed from it, and for all enterprises together as for each alone", async () => {
    const at = await day();
    expect(await outcomesOf(A, at)).toMatchObject({
      "stability-refund": "eligible", // 5/100
      "one-off-hiring": "eligible",
      "internship-subsidy": "not-eligible",
      "wage-quota": "not-eligible",
    });
    expect(await outcomesOf(B, at)).toMatchObject({
      "stability-refund": "not-eligible", // 10/100
      "one-off-hiring": "not-eligible",
      "internship-subsidy": "eligible",
    });
    expect((await outcomesOf(GONE, at))["stability-loan"]).toBe("not-eligible");
    const { enterprises, counts } = await surveyCounty(db, at);
    expect(enterprises).toBe(2); // without the one that is gone
    const outcomes = Object.fromEntries(counts.map(({ policy, outcomes: of }) => [policy.code, of.eligible]));
    expect(outcomes).toMatchObject({
      "stability-refund": 1,
      "one-off-hiring": 1,
      "internship-subsidy": 1,
      "stability-loan": 2,
    });
    const refund = counts.find(({ policy }) => policy.code === "stability-refund")!;
    expect([refund.fen, refund.amounts]).toEqual([740_736, 1]); // 12,345.60 × 60 %
  });

  it("know on a date only what was known then", async () => {
    const early = await dayAsOf("2023-06-30");
    const known = await factsOf(db, early, A);
    expect(known!.facts.own.has("hires-graduates 2023")).toBe(false);
    expect(known!.facts.ofPlace.size).toBe(0);
    expect((await outcomesOf(A, early))["stability-refund"]).toBe("unknown"); // no list of the dishonest yet
  });

  it("keep a corrected fact as a new row and go by the last one known", async () => {
    await takeIn(db, csv("corrected.csv", [FACT, `${A},实际缴纳失业保险费,2022,20000,2024-02-01`]));
    const paid = async (asOf: string) =>
      (await factsOf(db, await dayAsOf(asOf), A))!.facts.own.get("premiums-paid 2022");
    expect([await paid("2024-01-31"), await paid("2024-02-01")]).toEqual([12_345.6, 20_000]);
    const rows = await db.query("select value from fact where fact = 'premiums-paid' order by published_on");
    expect(rows).toEqual([{ value: 12_345.6 }, { value: 20_000 }]);
  });

  it("make no month that was run stale: facts change no score", async () => {
    const run = { month: 2023 * 12 + 11, vintage: { batch: 2, publishedOn: "2024-01-05" } };
    expect(await newsFor(db, run, TODAY, 36)).toBe(false);
  });

  it("find who is entitled and has not applied; an application takes it off the list", async () => {
    const open_ = async () =>
      (await surveyCounty(db, await day())).unclaimed.map(({ code, policy }) => `${code} ${policy.code}`);
    // Policy by policy, in the profile's order.
    expect(await open_()).toEqual([
      `${A} stability-refund`,
      `${B} stability-loan`,
      `${A} stability-loan`,
      `${A} social-insurance-subsidy`,
      `${A} one-off-hiring`,
      `${B} internship-subsidy`,
    ]);
    await apply(`${A},稳岗返还,2023-10-09,,7407.36,,2023-10-09`, `${B},就业见习补贴,2022-10-09,2,,,2022-10-09`);
    expect(await open_()).toEqual([
      `${B} stability-loan`,
      `${A} stability-loan`,
      `${A} social-insurance-subsidy`,
      `${A} one-off-hiring`,
      `${B} internship-subsidy`, // last year's application is not this year's
    ]);
  });

  it("hold claimed hires against the headcounts of the months concerned", async () => {
    // Window of a claim of November 2023: June 2022 to May 2023, in which A went from 97 to 95 to 98: three seen to come.
    await apply(
      `${A},一次性吸纳就业补贴,2023-11-10,3,6000,发放,2023-11-10`,
      `${B},一次性吸纳就业补贴,2023-11-10,8,16000,,2023-11-10`,
    );
    const found = async () => suspiciousClaims(db, await day());
    const [only, ...others] = await found();
    expect([only?.code, only?.name, others.length]).toEqual([B, "乙公司", 0]);
    expect(explainClaim(only!.finding).zh).toBe(
      "2023年11月10日申领吸纳就业8人，同期（2022年6月至2023年5月）参保人数由100人到90人，可见增员0人，差8人，建议核实",
    );
    // What became of it is a new row of the same application: taken back, it is no claim any more.
    await apply(`${B},一次性吸纳就业补贴,2023-11-10,8,16000,撤回,2023-12-20`);
    expect(await found()).toEqual([]);
    expect(await db.query("select count(*)::integer as rows from application")).toEqual([{ rows: 3 }]);
    const before = await suspiciousClaims(db, await dayAsOf("2023-12-19"));
    expect(before.map(({ code }) => code)).toEqual([B]);
  });

  it("look at the claims of the date's year, and at those before only to add them up", async () => {
    // In June 2021 to May 2022 B is first heard of, with 100 people: 101 cannot have come.
    await apply(`${B},一次性吸纳就业补贴,2022-11-10,101,202000,,2022-11-10`);
    expect(await suspiciousClaims(db, await day())).toEqual([]);
    expect((await suspiciousClaims(db, await day("2022-12-31"))).map(({ code }) => code)).toEqual([B]);
  });
});
