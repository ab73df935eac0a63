import { describe, expect, test } from "vitest";
import { wushan } from "../../../src/profiles/wushan/index.ts";
import { A, B, C, known, recordsOf, takeText, told } from "./fixtures.ts";

const about = known({ profile: wushan, mappings: wushan.mappings.county! });
const FACTS = "统一社会信用代码,事项,所属期间,数值";
const facts = (...rows: readonly string[]) => takeText(`${[FACTS, ...rows].join("\n")}\n`, about);
const APPLICATIONS = "统一社会信用代码,政策,申请日期,申领人数,申领金额(元),办结日期,核发金额(元),办理结果";
const applications = (...rows: readonly string[]) => takeText(`${[APPLICATIONS, ...rows].join("\n")}\n`, about);

describe("a table of facts", () => {
  test("is read by code, name or alias of the fact, for enterprises and for the place itself", async () => {
    const taken = await facts(
      `${A},premiums-paid,2023,"12,345.60"`,
      `${B},实际缴纳失业保险费,2023年度,1万`,
      `${C},招用高校毕业生人数,2023年,3人`,
      `${A},严重违法失信,2023,是`,
      `${B},僵尸企业,2023,否`,
      "500237,基金可支付月数,2023年12月,11.9",
      "巫山县,严重违法失信,2023,4",
    );
    expect(taken.findings).toEqual([]);
    expect(recordsOf(taken, "fact").map(({ code, fact, period, value }) => [code, fact, period, value])).toEqual([
      [A, "premiums-paid", "2023", 12_345.6],
      [B, "premiums-paid", "2023", 10_000],
      [C, "hires-graduates", "2023", 3],
      [A, "severe-dishonesty", "2023", 1],
      [B, "zombie", "2023", 0],
      [null, "fund-reserve-months", "2023-12", 11.9],
      [null, "severe-dishonesty", "2023", 4],
    ]);
  });

  test.each([
    [`${A},,2023,1`, "fact-missing B2"],
    [`${A},心情,2023,1`, "fact-unknown B2"],
    // What the headcounts say is not taken from elsewhere.
    [`${A},失业保险参保人数（月末）,2023,1`, "fact-unknown B2"],
    [`${A},基金可支付月数,2023-12,9`, "fact-of-place A2"],
    ["500237,实际缴纳失业保险费,2023,9", "fact-of-enterprise A2"],
    [",僵尸企业,2023,是", "code-missing A2"],
    [`${A},僵尸企业,,是`, "period-missing C2"],
    [`${A},僵尸企业,去年,是`, "period-unreadable C2"],
    [`${A},僵尸企业,2023-12,是`, "period-unfit C2"],
    ["500237,基金可支付月数,2023,9", "period-unfit C2"],
    [`${A},僵尸企业,2025,是`, "period-future C2"],
    ["500237,基金可支付月数,2024-07,9", "period-future C2"],
    [`${A},僵尸企业,2023,`, "value-missing D2"],
    [`${A},见习人数,2023,—`, "value-missing D2"],
    [`${A},僵尸企业,2023,也许`, "value-unreadable D2"],
    [`${A},见习人数,2023,张三`, "value-unreadable D2"],
    [`${A},见习人数,2023,-1`, "value-range D2"],
    [`${A},见习人数,2023,10000001`, "value-range D2"],
    [`${A},足额缴纳失业保险费月数,2023,13`, "value-range D2"],
    [`${A},实际缴纳失业保险费,2023,10000000000.01`, "value-range D2"],
    [`${A},见习人数,2023,1.5`, "value-decimals D2"],
    [`${A},实际缴纳失业保险费,2023,0.001`, "value-decimals D2"],
    ["500237,严重违法失信,2023,是", "value-unreadable D2"],
  ])("leaves %s out as %s", async (row, finding) => {
    const taken = await facts(row);
    expect(told(taken)).toEqual([finding]);
    expect(taken.counts).toMatchObject({ read: 1, accepted: 0, quarantined: 1 });
  });

  test.each([
    `${A},足额缴纳失业保险费月数,2023,12`,
    `${A},足额缴纳失业保险费月数,2023,0`,
    `${A},实际缴纳失业保险费,2024,10000000000`,
    "500237,基金可支付月数,2024-06,9.5",
  ])("takes %s, which is just within", async (row) => {
    expect((await facts(row)).counts).toMatchObject({ accepted: 1, warned: 0 });
  });

  test("counts the same row once and keeps the first of two that differ", async () => {
    const taken = await facts(
      `${A},见习人数,2023,4`,
      `${A},见习人数,2023,4`,
      `${A},trainees,2023年,5`,
      `${A},见习人数,2022,5`,
    );
    expect(told(taken)).toEqual(["row-duplicate D3", "row-conflict D4"]);
    expect(recordsOf(taken, "fact").map(({ period, value }) => [period, value])).toEqual([
      ["2023", 4],
      ["2022", 5],
    ]);
  });
});

describe("a table of applications", () => {
  test("is read with what became of each", async () => {
    const taken = await applications(
      `${A},一次性吸纳就业补贴,2023-11-02,6,12000,2023-12-01,"10,000.50",已发放`,
      `${B},稳岗返还,2023/11/3,,,,,`,
      `${C},fast-subsidy,45233,2,,2023-12-05,,未通过`,
    );
    expect(taken.findings).toEqual([]);
    expect(recordsOf(taken, "application")).toMatchObject([
      {
        ...{ code: A, policy: "one-off-hiring", appliedOn: "2023-11-02", claimedPeople: 6, claimedAmount: 12_000 },
        ...{ decidedOn: "2023-12-01", grantedAmount: 10_000.5, outcome: "granted", publishedOn: null },
      },
      { code: B, policy: "stability-refund", appliedOn: "2023-11-03", claimedPeople: null, outcome: null },
      { code: C, policy: "fast-subsidy", appliedOn: "2023-11-03", outcome: "refused" },
    ]);
  });

  test.each([
    [`${A},,2023-11-02,,,,,`, "policy-missing B2"],
    [`${A},免费午餐,2023-11-02,,,,,`, "policy-unknown B2"],
    [`${A},稳岗返还,,,,,,`, "date-missing C2"],
    [`${A},稳岗返还,2024-06-16,,,,,`, "date-future C2"],
  ])("leaves %s out as %s", async (row, finding) => {
    const taken = await applications(row);
    expect([told(taken), taken.counts?.accepted]).toEqual([[finding], 0]);
  });

  test.each([
    [`${A},稳岗返还,2023-11-02,几个,,,,`, "field-unreadable D2"],
    [`${A},稳岗返还,2023-11-02,,-5,,,`, "amount-odd E2"],
    [`${A},稳岗返还,2023-11-02,,0.001,,,`, "amount-odd E2"],
    [`${A},稳岗返还,2023-11-02,,,2023-11-01,,`, "decided-early F2"],
    [`${A},稳岗返还,2023-11-02,,100,2023-11-02,100.01,`, "granted-above G2"],
    [`${A},稳岗返还,2023-11-02,,,,,再说`, "term-unknown H2"],
  ])("asks about %s as %s and takes it", async (row, finding) => {
    const taken = await applications(row);
    expect([told(taken), taken.counts?.accepted, taken.counts?.warned]).toEqual([[finding], 1, 1]);
  });

  test("is not asked about a decision on the day, nor about a grant of all that was claimed", async () => {
    const taken = await applications(`${A},稳岗返还,2023-11-02,,100,2023-11-02,100,发放`);
    expect(taken.findings).toEqual([]);
  });

  test("knows a second row of one application that says something else", async () => {
    const taken = await applications(`${A},稳岗返还,2023-11-02,,,,,`, `${A},稳岗返还,2023-11-02,,,,,发放`);
    expect(told(taken)).toEqual(["row-conflict B3"]);
  });
});

test("the list of the simulator's false claims is known and not taken in", async () => {
  const taken = await takeText(
    `统一社会信用代码,政策,申请日期,虚报人数,实有人数\n${A},稳岗返还,2023-11-02,5,0\n`,
    about,
  );
  expect(taken.kind).toBe("skipped");
});
