import { describe, expect, it } from "vitest";
import { compileRules } from "../../models/levels.ts";
import { Problem } from "../../models/problem.ts";
import type { Mapping, Profile } from "../../models/profile.ts";
import type { Threshold } from "../../models/threshold.ts";
import { loadProfile, profileNames } from "../../src/profiles/profiles.ts";

const profiles = profileNames.map((name) => [name, loadProfile(name)] as const);
const wushan = loadProfile("wushan");
const unique = (values: readonly unknown[]) => expect(new Set(values).size).toBe(values.length);

/** Every threshold anywhere in a profile, with the path to it. */
function thresholdsIn(value: unknown, path = ""): [string, Threshold][] {
  if (typeof value !== "object" || value === null) return [];
  if ("value" in value && "unit" in value) return [[path, value as Threshold]];
  return Object.entries(value).flatMap(([key, inner]) => thresholdsIn(inner, `${path}/${key}`));
}

describe("loadProfile", () => {
  it("names the profiles there are when asked for another", () => {
    expect(profileNames).toEqual(["wushan", "kaunas"]);
    const call = () => loadProfile("paris");
    expect(call).toThrow(Problem);
    expect(call).toThrow(/profile-unknown.*wushan, kaunas/s);
    try {
      call();
    } catch (error) {
      expect((error as Problem).kind).toBe("usage");
    }
  });
});

describe.each(profiles)("profile %s", (_, profile: Profile) => {
  it("has each code once", () => {
    for (const list of ["regions", "industries", "ownerships", "departments", "levels", "eventKinds"] as const) {
      unique(profile[list].map(({ code }) => code));
    }
    unique(profile.reductionTypes.map(({ id }) => id));
    unique(profile.reductionReasons.map(({ id }) => id));
    unique(profile.thresholds.rules.map(({ id }) => id));
    unique(profile.thresholds.collective.map(({ id }) => id));
  });

  it("has every parent", () => {
    const industries = new Set(profile.industries.map(({ code }) => code));
    for (const { parent } of profile.industries) if (parent !== null) expect(industries).toContain(parent);
    const regions = new Set([profile.place, ...profile.regions.map(({ code }) => code)]);
    for (const { parent } of profile.regions) if (parent !== null) expect(regions).toContain(parent);
  });

  it("has the department, industry and ownership of every regulation", () => {
    const departments = new Set(profile.departments.map(({ code }) => code));
    const industries = profile.industries.map(({ code }) => code);
    const ownerships = new Set(profile.ownerships.map(({ code }) => code));
    for (const { department, industry, ownership } of profile.regulations) {
      expect(departments).toContain(department);
      if (industry) expect(industries.some((code) => industry.startsWith(code))).toBe(true);
      if (ownership) expect(ownerships).toContain(ownership);
    }
  });

  it("has the department, level, event and industry of every route", () => {
    const departments = new Set(profile.departments.map(({ code }) => code));
    const levels = new Set(profile.levels.map(({ code }) => code));
    const kinds = new Set(profile.eventKinds.map(({ code }) => code));
    const { routing } = profile;
    const routes = routing.routes.flatMap((route) => [route, ...(route.routes ?? [])]);
    unique(routes.map(({ id }) => id));
    for (const { when, desks } of routes) {
      for (const level of when.levels ?? []) expect(levels).toContain(level);
      for (const kind of when.events ?? []) expect(kinds).toContain(kind);
      for (const desk of desks) if ("department" in desk) expect(departments).toContain(desk.department);
    }
    for (const { level, department } of routing.escalations) {
      expect(levels).toContain(level);
      expect(departments).toContain(department);
    }
    for (const level of routing.atOnce) expect(levels).toContain(level);
    expect(departments).toContain(routing.fallback);
    expect(routing.dailyAt).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
  });

  it("has the level and event kind of every rule", () => {
    expect(() => compileRules(profile.thresholds, profile)).not.toThrow();
    const kinds = new Set(profile.eventKinds.map(({ code }) => code));
    for (const { when } of profile.thresholds.rules) if (when.event !== undefined) expect(kinds).toContain(when.event);
    const levels = new Set(profile.levels.map(({ code }) => code));
    for (const { level } of profile.thresholds.collective) expect(levels).toContain(level);
  });

  it("gives every threshold a unit, an origin in both languages and a month", () => {
    const all = thresholdsIn(profile);
    expect(all.length).toBeGreaterThan(30);
    for (const [path, { value, unit, origin, validFrom }] of all) {
      expect(Number.isFinite(value), path).toBe(true);
      expect(unit, path).not.toBe("");
      expect(origin.note.zh, path).toMatch(/[一-龥]/);
      expect(origin.note.en, path).toMatch(/[a-z]/);
      expect(validFrom, path).toMatch(/^\d{4}-\d{2}$/);
    }
  });

  it("names everything in both languages", () => {
    for (const { name } of [...profile.industries, ...profile.departments, ...profile.levels, ...profile.eventKinds]) {
      expect(name.zh).not.toBe("");
      expect(name.en).not.toBe("");
    }
  });

  it("draws levels in colours that read on white (WCAG AA, 4.5:1), each with a shape of its own", () => {
    unique(profile.levels.map(({ shape }) => shape));
    for (const { color, code } of profile.levels) expect(contrastOnWhite(color), code).toBeGreaterThanOrEqual(4.5);
  });

  it("keeps its size bands ascending from 0", () => {
    expect(profile.sizeBands[0]).toBe(0);
    expect(profile.sizeBands).toEqual(profile.sizeBands.toSorted((a, b) => a - b));
  });

  it("uses no header for two fields of one table", () => {
    for (const mapping of Object.values(profile.mappings).flat()) {
      unique(Object.values(mapping.columns).flatMap((headers) => [...new Set(headers.map(folded))]));
    }
  });
});

describe("Wushan", () => {
  it("has 26 towns and streets with nine-digit codes under 500237", () => {
    expect(wushan.regions).toHaveLength(26);
    for (const { code } of wushan.regions) expect(code).toMatch(/^500237\d{3}$/);
    const kinds = wushan.regions.map(({ kind }) => kind);
    expect([2, 11, 13]).toEqual(["street", "town", "township"].map((kind) => kinds.filter((k) => k === kind).length));
  });

  it("has 20 sections and 97 divisions, and the three exceptions among the sectors", () => {
    const sections = wushan.industries.filter(({ parent }) => parent === null);
    const divisions = wushan.industries.filter(({ parent }) => parent !== null);
    expect(sections.map(({ code }) => code).join("")).toBe("ABCDEFGHIJKLMNOPQRST");
    expect(divisions.map(({ code }) => Number(code))).toEqual(Array.from({ length: 97 }, (_, i) => i + 1));
    const primaryOrSecondary = divisions.filter(({ parent }) => "ABCDE".includes(parent!));
    expect(primaryOrSecondary.filter(({ sector }) => sector === 3).map(({ code }) => code)).toEqual(["05", "11", "43"]);
  });

  it("has 10 reduction types and 19 reasons, names with commas staying one item", () => {
    expect(wushan.reductionTypes).toHaveLength(10);
    expect(wushan.reductionReasons).toHaveLength(19);
    const names = wushan.reductionReasons.map(({ name }) => name.zh);
    for (const name of [
      "节能减排、淘汰落后产能",
      "工作调动、企业内部调剂",
      "劳动关系转移、劳务派遣",
      "工资、社保等用工成本上升",
    ]) {
      expect(names).toContain(name);
    }
    const said = wushan.reductionReasons.flatMap(({ name, aliases }) => [name.zh, ...(aliases ?? [])]);
    for (const part of ["节能减排", "企业内部调剂", "劳务派遣"]) expect(said).not.toContain(part);
  });

  it("has no event name or alias for two kinds", () => {
    unique(wushan.eventKinds.flatMap(({ code, name, aliases }) => [code, name.zh, ...(aliases ?? [])]));
  });

  it("shows the legal lines without a level", () => {
    const art41 = wushan.thresholds.rules.filter(({ id }) => id.startsWith("label-art41"));
    expect(art41.map(({ level, when }) => [level, when.fallPeople?.value ?? when.fallShare?.value])).toEqual([
      [null, 20],
      [null, 0.1],
    ]);
    expect(art41.every(({ origin }) => origin.kind === "statute")).toBe(true);
  });

  it("has all departments of the founding document", () => {
    // 巫山府办发〔2023〕57号, as listed in domain.md section 0.
    const named =
      "县发展改革委、县经济信息委、县人力社保局、县商务委、县金融事务中心、人民银行巫山支行、县科技局、县教委、县财政局、县城管局、县市场监管局、团县委、县委组织部、县委编办、县民政局、县卫生健康委、县国资管理中心、县工商联、县残联、县乡村振兴局、县医保局、县退役军人事务局";
    const have = wushan.departments.map(({ name }) => name.zh);
    for (const name of named.split("、")) expect(have).toContain(name);
  });

  it("draws the bound where the mildest level begins", () => {
    const mildest = wushan.thresholds.rules.map(({ when }) => when.z?.value ?? Number.NEGATIVE_INFINITY);
    expect(wushan.thresholds.detector.boundZ.value).toBe(Math.max(...mildest));
  });
});

describe("the headers the simulator writes", () => {
  // Agreed with the simulator; the order of the columns does not matter.
  const HEADERS: readonly (readonly [Mapping["kind"], string])[] = [
    ["none", "统一社会信用代码,月份,人数,类型,首个动态日期"],
    [
      "register",
      "统一社会信用代码,企业名称,行业代码,乡镇街道,登记注册类型,营业收入(万元),资产总额(万元),重点企业,就业服务专员,承继企业代码,承继方式,开业日期,注销日期,报送日期",
    ],
    [
      "headcount",
      "统一社会信用代码,月份,用工人数,劳务派遣人数,隐性失业人数,新招人数,减少人数,减少类型,主要原因,次要原因,第三原因,下月预计人数,报送日期",
    ],
    ["industry", "行业代码,乡镇街道,月份,用工人数,报送日期"],
    ["event", "统一社会信用代码,动态类型,发生日期,涉及人数,说明,报送日期"],
    ["fact", "统一社会信用代码,事项,所属期间,数值,报送日期"],
    ["application", "统一社会信用代码,政策,申请日期,申领人数,申领金额(元),办结日期,核发金额(元),办理结果,报送日期"],
  ];

  it.each(HEADERS)("are all known to the %s mapping, as the first name of a field", (kind, header) => {
    for (const source of ["county", "workbook"]) {
      const mapping = wushan.mappings[source]!.find((m) => m.kind === kind && m.layout === "long")!;
      const first = Object.values(mapping.columns).map((headers) => headers[0]);
      expect(header.split(",").toSorted()).toEqual(first.toSorted());
    }
  });

  it("put the simulator's truth before everything else and the register, which asks for least, last", () => {
    expect(wushan.mappings.county!.map(({ kind }) => kind).at(0)).toBe("none");
    expect(wushan.mappings.county!.map(({ kind }) => kind).at(-1)).toBe("register");
  });

  it.each([
    ["2023-01", "2023", "01"],
    ["2023年1月", "2023", "1"],
    ["2023年12月参保人数", "2023", "12"],
    ["202301", "2023", "01"],
    ["2023.1", "2023", "1"],
    ["2023/10", "2023", "10"],
  ])("a column %s is a month", (header, year, month) => {
    const wide = wushan.mappings.county!.find(({ layout }) => layout === "wide")!;
    expect(new RegExp(wide.monthHeader!).exec(header)?.groups).toMatchObject({ year, month });
  });

  it.each(["202313", "2023", "500237", "企业名称", "2023-01-05", "20230"])("a column %s is no month", (header) => {
    const wide = wushan.mappings.county!.find(({ layout }) => layout === "wide")!;
    expect(new RegExp(wide.monthHeader!).test(header)).toBe(false);
  });
});

const folded = (header: string): string => header.normalize("NFKC").replace(/\s/g, "").toLowerCase();

/** WCAG 2.2 relative luminance and contrast. */
function contrastOnWhite(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05);
}
