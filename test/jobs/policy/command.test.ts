import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommandContext, Options } from "../../../jobs/commands/command.ts";
import { importCommand } from "../../../jobs/commands/import.ts";
import { init } from "../../../jobs/commands/init.ts";
import { policies } from "../../../jobs/commands/policies.ts";
import type { Answer } from "../../../jobs/console.ts";
import { noProgress } from "../../../jobs/progress.ts";
import { parseMonth } from "../../../models/month.ts";
import type { Language } from "../../../models/text.ts";
import { simulateCounty } from "../../../src/simulate/county.ts";
import { writeCounty } from "../../../src/simulate/write.ts";
import { wushan } from "../../county.ts";

const folder = mkdtempSync(join(tmpdir(), "wengang-policies-"));
const county = simulateCounty({
  enterprises: 120,
  months: 24,
  seed: 2,
  lastMonth: parseMonth("2025-12"),
  profile: wushan,
});
const codes = [...county.enterprises()].map(({ codeAt }) => codeAt(23));

function contextOf(language: Language = "zh", dataDir = join(folder, "data"), profile?: string): CommandContext {
  return {
    environment: { user: "test" } as CommandContext["environment"],
    language,
    where: { database: undefined, dataDir, profile },
    clock: () => Date.parse("2026-02-01T00:00:00Z"),
    workers: 1,
    progress: noProgress,
    signal: new AbortController().signal,
    say: () => {},
  };
}

const run = (options: Options, language?: Language): Promise<Answer> =>
  policies.run([], { month: "2025-12", ...options }, contextOf(language));

beforeAll(async () => {
  const files = await writeCounty(county, join(folder, "county"));
  await importCommand.run(
    files.map(({ path }) => path),
    { source: "county" },
    contextOf(),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Counted {
  readonly code: string;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly unclaimed: number;
}

describe("wengang policies", () => {
  it("counts for every policy who is eligible, who is not and of whom it is not known", async () => {
    const { lines, json } = await run({});
    expect(lines[0]!.zh).toBe("【模拟数据】");
    const { enterprises, policies: counted } = json as { enterprises: number; policies: Counted[] };
    expect(counted.map(({ code }) => code)).toEqual(wushan.policies.map(({ code }) => code));
    for (const { code, outcomes } of counted)
      expect(
        Object.values(outcomes).reduce((sum, n) => sum + n, 0),
        code,
      ).toBe(enterprises);
    expect(counted.some(({ outcomes }) => outcomes.eligible! > 0)).toBe(true);
    expect(lines.map(({ zh }) => zh).join("\n")).toMatch(/一次性吸纳就业补贴（2023年12月31日已到期，已过 731 天）$/m);
  });

  it("tells one enterprise every reason, in both languages", async () => {
    const { lines, json } = await run({ enterprise: codes[0]! });
    expect(json).toMatchObject({ enterprise: codes[0], date: "2025-12-31", simulated: true });
    expect(lines.map(({ zh }) => zh).join("\n")).toContain("失业保险稳岗返还：");
    for (const { en } of lines) expect(en).not.toMatch(/[，。：；]/);
  });

  it("writes what nobody applied for, as many rows as it counted, with amounts that are numbers", async () => {
    const out = join(folder, "unclaimed.csv");
    const { json } = await run({ unclaimed: true, out });
    const { count } = (json as { unclaimed: { count: number } }).unclaimed;
    const rows: Record<string, string>[] = parse(readFileSync(out, "utf8"), { bom: true, columns: true });
    expect(rows.length).toBe(count);
    expect(rows.every((row) => row.数据 === "模拟数据")).toBe(true);
    const refunds = rows.filter((row) => row.政策 === "失业保险稳岗返还" && row["金额（元）"] !== "—");
    expect(refunds.length).toBeGreaterThan(0);
    for (const row of refunds) {
      // "… 31,457.32元 × 20% = 6,291.46元": the number in the cell is the result of the sentence beside it.
      const result = /= ([\d,.]+)元$/.exec(row.计算!)![1]!.replaceAll(",", "");
      expect(Number(row["金额（元）"])).toBe(Number(result));
    }
  });

  it("counts the same unclaimed policies for the county and in the list", async () => {
    const { policies: counted } = (await run({})).json as { policies: Counted[] };
    const { unclaimed } = (await run({ unclaimed: true })).json as { unclaimed: { count: number } };
    expect(counted.reduce((sum, policy) => sum + policy.unclaimed, 0)).toBe(unclaimed.count);
  });

  it("puts several lists into one workbook, a sheet each, in the language asked for", async () => {
    const out = join(folder, "lists.xlsx");
    await run({ unclaimed: true, suspicious: true, enterprise: codes[1]!, out }, "en");
    const book = XLSX.read(readFileSync(out));
    expect(book.SheetNames).toEqual([
      "About",
      expect.stringContaining("Support for"),
      "Eligible and not applied for",
      "Claims to be verified against h",
    ]);
    const [, heads] = XLSX.utils.sheet_to_json<string[]>(book.Sheets["Eligible and not applied for"]!, { header: 1 });
    expect(heads!.slice(0, 2)).toEqual(["enterprise code", "name"]);
  });

  it.each([
    ["a file of another kind", { out: "lists.pdf" }, "out-kind"],
    ["several lists in one csv", { unclaimed: true, suspicious: true, out: "lists.csv" }, "out-one-table"],
    ["an enterprise nobody knows", { enterprise: "nobody" }, "enterprise-unknown"],
    ["a month that is none", { month: "2025-13" }, "month-wrong"],
  ])("refuses %s", async (_, options: Options, code) => {
    await expect(run(options)).rejects.toMatchObject({ code });
  });

  it("says so where the place has no policies, or nothing has come in yet", async () => {
    const empty = contextOf("zh", join(folder, "empty"), "kaunas");
    await init.run([], { profile: "kaunas" }, empty);
    await expect(policies.run([], { month: "2025-12" }, empty)).rejects.toMatchObject({ code: "data-none" });
    const table = join(folder, "county", "register.csv");
    const mapping = join(folder, "mapping.json");
    const columns = { code: ["统一社会信用代码"], name: ["企业名称"] };
    writeFileSync(mapping, JSON.stringify([{ kind: "register", layout: "long", columns }]));
    await importCommand.run([table], { source: "kaunas", mapping }, empty);
    await expect(policies.run([], { month: "2025-12" }, empty)).rejects.toMatchObject({ code: "policies-none" });
  });
});
