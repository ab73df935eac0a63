import { describe, expect, it } from "vitest";
import { CLAIMANTS, HELD, LARGE, NEW_CLAIMANTS } from "../../models/policy/fact-kind.ts";
import { FORMULAS } from "../../models/policy/formulas.ts";
import type { FactRef } from "../../models/policy/occasion.ts";
import type { PolicyVariant } from "../../models/policy/policy.ts";
import type { Origin } from "../../models/threshold.ts";
import { loadProfile, profileNames } from "../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
const variants = wushan.policies.flatMap(({ variants: own }) => own);

/** Every value of a profile's policies that has these fields, however deep. */
function within<T>(value: unknown, fields: readonly string[]): T[] {
  if (typeof value !== "object" || value === null) return [];
  const own = fields.every((field) => field in value) ? [value as T] : [];
  return [...own, ...Object.values(value).flatMap((inner) => within<T>(inner, fields))];
}

const folded = (word: string) => word.normalize("NFKC").replace(/\s/g, "").toLowerCase();

describe.each(profileNames.map((name) => [name, loadProfile(name)] as const))("policies of %s", (_, profile) => {
  it("have each code, name and alias once, and so have the facts", () => {
    for (const list of [profile.policies, profile.facts]) {
      const called = list.flatMap(({ code, name, aliases = [] }) => [
        ...new Set([code, name.zh, name.en, ...aliases].map(folded)),
      ]);
      expect(new Set(called).size).toBe(called.length);
    }
  });

  it("name departments of the profile, for the policy and for every fact", () => {
    const departments = new Set(profile.departments.map(({ code }) => code));
    for (const { department } of profile.policies) expect(departments).toContain(department);
    for (const { suppliedBy } of profile.facts) expect(departments).toContain(suppliedBy);
  });

  it("ask for facts that the profile lists, dated as it lists them", () => {
    const kinds = new Map(profile.facts.map((kind) => [kind.code, kind]));
    for (const { fact, when } of within<FactRef>(profile.policies, ["fact", "when"]))
      expect(kinds.get(fact)?.period, fact).toBe(when === "premium-year-end" ? "month" : "year");
    if (profile.policies.length === 0) return;
    for (const fact of [...Object.values(HELD), CLAIMANTS, NEW_CLAIMANTS, LARGE]) expect(kinds.has(fact)).toBe(true);
  });

  it("give an origin in both languages for every rule, variant and fact", () => {
    const origins = within<{ origin: Origin }>([profile.policies, profile.facts], ["origin"]).map(
      ({ origin }) => origin,
    );
    for (const { note } of [...origins, ...within<PolicyVariant>(profile.policies, ["source"]).map((v) => v.source)]) {
      expect(note.zh).toMatch(/[一-龥]/);
      expect(note.en).toMatch(/[a-z]/);
    }
  });
});

describe("Wushan's policies", () => {
  it("are the instruments for employers of the founding document", () => {
    expect(wushan.policies.map(({ name }) => name.zh)).toEqual([
      "失业保险稳岗返还",
      "稳岗贷",
      "社会保险补贴",
      "一次性吸纳就业补贴",
      "职业培训补贴",
      "就业见习补贴",
      "技能提升补贴",
      "创业担保贷款展期",
      "直补快办",
      "国有企业一次性增人增资",
    ]);
  });

  it("end with 2023 where the document says so (items 四 to 七, 九, 十一, 十二) and have no end where it sets none (二, 三)", () => {
    const ends = wushan.policies.map(({ code, variants: own }) => [
      code,
      own.find((variant) => variant.code === "wushan-2023")!.validTo,
    ]);
    expect(Object.fromEntries(ends)).toEqual({
      "stability-refund": "2023-12-31",
      "stability-loan": null,
      "social-insurance-subsidy": null,
      "one-off-hiring": "2023-12-31",
      "training-subsidy": null,
      "internship-subsidy": "2023-12-31",
      "skills-subsidy": "2023-12-31",
      "startup-loan-extension": "2023-12-31",
      "fast-subsidy": null,
      "wage-quota": "2023-12-31",
    });
  });

  it("have no two variants in force at once for one place of equal precision", () => {
    for (const { code, variants: own } of wushan.policies)
      for (const [i, one] of own.entries())
        for (const other of own.slice(i + 1)) {
          const overlap =
            one.validFrom <= (other.validTo ?? "9999-12-31") && other.validFrom <= (one.validTo ?? "9999-12-31");
          expect(one.place === other.place && overlap, `${code}: ${one.code} and ${other.code}`).toBe(false);
        }
  });

  it("begin before they end, on days that exist", () => {
    for (const { code, validFrom, validTo } of variants)
      for (const day of [validFrom, validTo ?? validFrom]) {
        expect(new Date(day).toISOString().slice(0, 10), code).toBe(day);
        expect(validFrom <= (validTo ?? validFrom), code).toBe(true);
      }
  });

  it("use every formula there is", () => {
    const used = within<{ formulas: readonly string[] }>(variants, ["formulas"]).flatMap(({ formulas }) => formulas);
    expect(new Set(used)).toEqual(new Set(Object.keys(FORMULAS)));
  });

  it("leave no share of the premiums untold: the last tier asks for nothing", () => {
    for (const { code, amount } of variants)
      if (amount.kind === "share") expect(amount.shares.at(-1)!.when, code).toEqual([]);
  });
});
