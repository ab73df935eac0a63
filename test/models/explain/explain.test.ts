import { describe, expect, it } from "vitest";
import { explain, triggersOf } from "../../../models/explain/explain.ts";
import type { ExplainFacts } from "../../../models/explain/explain-facts.ts";
import { fewerThanPeers } from "../../../models/explain/explain-peers.ts";
import { parseMonth } from "../../../models/month.ts";
import { GAP } from "../../../models/panel.ts";
import { text } from "../../../models/text.ts";
import type { LevelRule } from "../../../models/threshold.ts";

const NONE: ExplainFacts = {
  month: parseMonth("2023-11"),
  status: "scored",
  headcount: GAP,
  previous: GAP,
  expected: Number.NaN,
  lower: Number.NaN,
  peerChange: Number.NaN,
  peers: 0,
  fall3: Number.NaN,
  z: Number.NaN,
  hiddenShare: Number.NaN,
  silentMonths: 0,
  events: [],
  triggers: [],
};
const said = (facts: Partial<ExplainFacts>) => explain({ ...NONE, ...facts });

describe("explain", () => {
  it("tells a fall with its peers, the expectation and what it triggered", () => {
    const { zh, en } = said({
      headcount: 93,
      previous: 155,
      peerChange: Math.log(0.997),
      peers: 38,
      expected: 151.6,
      lower: 139.4,
      fall3: 62,
      triggers: [text("异常大幅减员", "Abnormal deep fall")],
    });
    expect(zh).toBe(
      "2023年11月用工93人，较上月减少62人（-40.0%），较同类企业（38户，预期变动-0.3%）少62人，预期152人、下限139人；触发：异常大幅减员。",
    );
    expect(en).toBe(
      "Headcount in November 2023 was 93, down 62 (-40.0%) on the month before, 62 fewer than expected from 38 similar enterprises (a change of -0.3%), expected 152 and at least 139; reached: Abnormal deep fall.",
    );
  });

  it("leaves out what is not known", () => {
    expect(said({ headcount: 93 }).zh).toBe("2023年11月用工93人。");
    expect(said({}).zh).toBe("2023年11月无用工数据。");
    expect(said({ headcount: 93, previous: 155, expected: 151.6 }).zh).toBe(
      "2023年11月用工93人，较上月减少62人（-40.0%），预期152人。",
    );
    expect(said({ headcount: 5, previous: 0 }).zh).toBe("2023年11月用工5人，较上月增加5人。");
    expect(said({ headcount: 5, previous: 5 }).en).toBe(
      "Headcount in November 2023 was 5, unchanged from the month before.",
    );
  });

  // By hand: 120 at no change is 120, 18 more than 102; 120 × 0.95 = 114, 4 fewer than 118 and as many as 114; 30 × 1.1 = 33.
  it.each([
    [
      120,
      102,
      0,
      25,
      "较同类企业（25户，预期变动0.0%）少18人",
      "18 fewer than expected from 25 similar enterprises (a change of 0.0%)",
    ],
    [
      120,
      118,
      Math.log(0.95),
      25,
      "较同类企业（25户，预期变动-5.0%）多4人",
      "4 more than expected from 25 similar enterprises (a change of -5.0%)",
    ],
    [
      120,
      114,
      Math.log(0.95),
      25,
      "与同类企业（25户，预期变动-5.0%）相当",
      "as many as expected from 25 similar enterprises (a change of -5.0%)",
    ],
    [
      30,
      30,
      Math.log(1.1),
      1,
      "较同类企业（1户，预期变动10.0%）少3人",
      "3 fewer than expected from 1 similar enterprise (a change of 10.0%)",
    ],
  ])(
    "holds %i to %i people against what its peers did, in people",
    (previous, headcount, peerChange, peers, zh, en) => {
      const words = said({ previous, headcount, peerChange, peers });
      expect(words.zh).toContain(`，${zh}。`);
      expect(words.en).toContain(`, ${en}.`);
    },
  );

  it.each([
    ["region", null, "同地区同行业同规模企业", "of its area, industry and size"],
    ["band", null, "同行业同规模企业", "of its industry and size"],
    ["industry", null, "同行业企业", "of its industry"],
    ["industry", text("制造业", "manufacturing"), "制造业企业", "in manufacturing"],
    ["half", null, "规模相近企业", "of similar size"],
    ["everybody", null, "全部企业", "of all kinds"],
  ] as const)("says what the peers share with it: %s, %o", (kind, above, zh, en) => {
    const words = said({ previous: 120, headcount: 102, peerChange: 0, peers: 25, peerGroup: { kind, above } });
    expect(words.zh).toContain(`较${zh}（25户，预期变动0.0%）少18人`);
    expect(words.en).toContain(`18 fewer than expected from 25 enterprises ${en} (a change of 0.0%)`);
  });

  it("tells peers' change alone of a transfer, a merger or a blip, where people are not to be compared", () => {
    const facts = { status: "rebased", previous: 120, headcount: 60, peerChange: Math.log(0.95), peers: 25 } as const;
    expect(said(facts).zh).toContain("参照同类企业预期变动-5.0%（25户）");
    expect(said(facts).en).toContain("a change of -5.0% expected from 25 similar enterprises");
    expect(fewerThanPeers({ ...NONE, ...facts })).toBeNull();
    expect(fewerThanPeers({ ...NONE, ...facts, status: "scored" })).toBe(54); // 114 − 60
    expect(fewerThanPeers({ ...NONE, ...facts, status: "scored", peers: 0 })).toBeNull();
  });

  it("tells that a fall is the largest in years and what was reported the month before, with its note", () => {
    const events = [
      { name: text("停产停业", "Production stopped"), occurredOn: "2023-10-20", people: null, note: "停产5天" },
    ];
    const history = { largestFallIn: 24, lastingFall: null };
    const { zh, en } = said({ previous: 120, headcount: 102, peerChange: 0, peers: 25, history, events });
    expect(zh).toBe(
      "2023年11月用工102人，较上月减少18人（-15.0%），为近24个月最大降幅，较同类企业（25户，预期变动0.0%）少18人；动态：2023年10月20日停产停业（停产5天）。",
    );
    expect(en).toBe(
      "Headcount in November 2023 was 102, down 18 (-15.0%) on the month before, the largest fall in 24 months, 18 fewer than expected from 25 similar enterprises (a change of 0.0%); events: Production stopped on 20 October 2023 (“停产5天”).",
    );
  });

  it("says that a month was not reported, and never that it was normal", () => {
    expect(said({ status: "silent", silentMonths: 2, previous: 155 })).toEqual({
      zh: "2023年11月未报送用工数据，已连续2个月未报，最近一次报送155人。",
      en: "No report for November 2023 for 2 months running, last report 155.",
    });
    expect(said({ status: "silent", silentMonths: 1 }).zh).toBe("2023年11月未报送用工数据。");
  });

  it("says that an enterprise ceased", () => {
    expect(said({ status: "exited", previous: 155 }).zh).toBe("2023年11月已停止经营，此前用工155人。");
    expect(said({ status: "exited", previous: 0 }).zh).toBe("2023年11月已停止经营。");
  });

  it.each([
    ["tooShort", "历史数据不足，未作评分"],
    ["returned", "此前数月未报送，未作比较"],
    ["rebased", "变动按转移、合并、口径调整或短期波动处理，不计为裁员"],
  ] as const)("adds the caveat of %s", (status, caveat) => {
    expect(said({ status, headcount: 40 }).zh).toBe(`2023年11月用工40人，${caveat}。`);
  });

  it("holds a return against the last report before the gap", () => {
    const facts = { status: "returned", headcount: 40, previous: 100 } as const;
    expect(said(facts).zh).toBe("2023年11月用工40人，较缺报前最近一次报送减少60人（-60.0%）。");
    expect(said(facts).en).toBe(
      "Headcount in November 2023 was 40, down 60 (-60.0%) on the last report before the gap.",
    );
    expect(said({ ...facts, headcount: 100 }).zh).toContain("与缺报前最近一次报送持平");
  });

  it("adds the fall over three months only when it is more than the month's", () => {
    expect(said({ headcount: 90, previous: 95, fall3: 20 }).zh).toContain("近三个月累计减少20人");
    expect(said({ headcount: 90, previous: 95, fall3: 5 }).zh).not.toContain("近三个月");
    expect(said({ headcount: 90, previous: 95, fall3: -5 }).zh).not.toContain("近三个月");
  });

  it("adds hidden unemployment and events", () => {
    const { zh, en } = said({
      headcount: 90,
      previous: 90,
      hiddenShare: 0.25,
      events: [
        { name: text("拖欠工资", "Wages in arrears"), occurredOn: "2023-11-05", people: 40, note: null },
        { name: text("停产停业", "Production stopped"), occurredOn: "2023-11-20", people: null, note: null },
      ],
    });
    expect(zh).toBe(
      "2023年11月用工90人，与上月持平，隐性失业占用工25.0%；动态：2023年11月5日拖欠工资（涉及40人）、2023年11月20日停产停业。",
    );
    expect(en).toContain(
      "events: Wages in arrears on 5 November 2023 (40 people), Production stopped on 20 November 2023.",
    );
  });

  it.each([
    [30, "欠薪30人，两个月", "拖欠工资（涉及30人，欠薪30人，两个月）", "(30 people, “欠薪30人，两个月”)"],
    [null, " 停产\n5天 ", "拖欠工资（停产 5天）", "(“停产 5天”)"],
    [null, "  ", "拖欠工资。", "Wages in arrears on 5 November 2023."],
    [null, "长".repeat(41), `拖欠工资（${"长".repeat(39)}…）`, `(“${"长".repeat(39)}…”)`],
    [null, "长".repeat(40), `拖欠工资（${"长".repeat(40)}）`, `(“${"长".repeat(40)}”)`],
  ])("adds what was written of an event, on one line and not at length: %s, %j", (people, note, zh, en) => {
    const events = [{ name: text("拖欠工资", "Wages in arrears"), occurredOn: "2023-11-05", people, note }];
    expect(said({ headcount: 90, events }).zh).toContain(zh);
    expect(said({ headcount: 90, events }).en).toContain(en);
  });

  it("says the risk before what it triggered", () => {
    const risk = { value: 0.4, interval: null, kind: "trained" } as const;
    const strict = said({ headcount: 93, risk, triggers: [text("甲", "One")], strictness: 0.8 });
    expect([
      strict.zh.includes("触发：甲（按其行业、规模为所述界限的0.8倍）"),
      strict.en.includes("0.8 times the limits"),
    ]).toEqual([...[true, true]]);
    const { zh, en } = said({ headcount: 93, risk, triggers: [text("异常大幅减员", "Abnormal deep fall")] });
    expect(zh).toBe("2023年11月用工93人；大幅减员概率40.0%；触发：异常大幅减员。");
    expect(en).toBe(
      "Headcount in November 2023 was 93; large reduction, probability 40.0%; reached: Abnormal deep fall.",
    );
  });

  it("never shows a value that is not a number", () => {
    const facts = { ...NONE, headcount: 10, previous: 12, lower: Number.NaN, expected: Number.POSITIVE_INFINITY };
    for (const status of ["scored", "tooShort", "silent", "exited", "rebased", "returned"] as const) {
      expect(JSON.stringify(explain({ ...facts, status }))).not.toMatch(/NaN|Infinity|null|undefined|-1人/);
    }
  });
});

describe("the rules that hold", () => {
  const rule = (id: string, level: string | null): LevelRule => ({
    ...{ id, level, name: text(id, id), when: {} },
    origin: { kind: "convention", note: text("", "") },
  });
  const rules = [rule("a", "yellow"), rule("b", "red"), rule("c", null), rule("d", "orange"), rule("e", "red")];
  const levels = ["red", "orange", "yellow"].map((code) => ({ code }));

  it("are named from the most severe level down, whatever their order in the set, those that only mark left out", () => {
    const named = (...reached: string[]) => triggersOf(rules, reached, levels).map(({ en }) => en);
    expect(named("a", "b", "c", "d", "e")).toEqual(["b", "e", "d", "a"]);
    expect(named("d", "a")).toEqual(["d", "a"]);
    expect(named("c")).toEqual([]);
  });
});
