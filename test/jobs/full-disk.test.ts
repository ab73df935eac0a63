import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../../dist/jobs/wengang.js", import.meta.url));
const disk = mkdtempSync(join(tmpdir(), "wengang-disk-"));
const mounted =
  process.getuid?.() === 0 && spawnSync("mount", ["-t", "tmpfs", "-o", "size=70m", "tmpfs", disk]).status === 0;
if (!mounted) console.log("The full-disk test is skipped: a small disk can only be mounted by root on Linux.");
afterAll(() => {
  if (mounted) execFileSync("umount", [disk]);
  rmdirSync(disk);
  rmSync(`${disk}.csv`, { force: true });
});

const wengang = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8" });

describe.runIf(mounted)("a full disk", () => {
  it("undoes the import with a clear sentence, and the same command succeeds once there is room", () => {
    const header = "统一社会信用代码,月份,用工人数\n";
    const rows = Array.from({ length: 400_000 }, (_, i) => `X${i},2024-01,${1 + (i % 90)}`);
    writeFileSync(`${disk}.csv`, `${header}${rows.join("\n")}\n`);
    const command = ["import", `${disk}.csv`, "--source", "county", "--data-dir", join(disk, "data")];
    const full = wengang(...command);
    expect(full.status).toBe(5);
    expect(full.stderr).toContain("disk-full");
    execFileSync("mount", ["-o", "remount,size=600m", disk]);
    const roomy = wengang(...command, "--json");
    expect(roomy.stderr + roomy.stdout).toContain("accepted");
    expect(roomy.status).toBe(0);
  });
});
