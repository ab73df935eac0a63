import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importDeliveries } from "../../jobs/import.ts";
import { noProgress } from "../../jobs/progress.ts";
import { migrate } from "../../src/db/migrate.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";

const HEADER = "统一社会信用代码,企业名称,行业代码,承继企业代码,承继方式,报送日期";

describe.each(testDatabases())("the register on $name", ({ open }) => {
  it("warns when an industry changed, and when a successor went over itself", async () => {
    const db = await open();
    await migrate(db);
    const folder = mkdtempSync(join(tmpdir(), "wengang-register-"));
    const take = async (name: string, rows: readonly string[]) => {
      writeFileSync(join(folder, name), `${[HEADER, ...rows].join("\n")}\n`);
      const today = "2025-06-01";
      const order = {
        profile: wushan,
        source: "county",
        mappings: wushan.mappings.county!,
        publishedOn: today,
        today,
        by: "test",
      };
      const [result] = await importDeliveries(db, await fileDeliveries([join(folder, name)]), order, noProgress);
      return result?.kind === "accepted" ? result.findings.map((f) => [f.code, f.value]) : [];
    };
    const first = await take("first.csv", [
      "A,甲,20,,,2025-01-05",
      "B,乙,26,C,合并,2025-01-05",
      "C,丙,26,,,2025-01-05",
    ]);
    expect(first.filter(([code]) => code === "industry-changed" || code === "succession-chain")).toEqual([]);
    const second = await take("second.csv", ["A,甲,45,,,2025-05-05", "D,丁,26,B,合并,2025-05-05"]);
    expect(second).toContainEqual(["industry-changed", "A: 20 → 45"]);
    expect(second).toContainEqual(["succession-chain", "D: B → C"]);
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
