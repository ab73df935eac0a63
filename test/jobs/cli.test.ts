import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../../dist/jobs/wengang.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "wengang-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  /** The last line of standard output, when it is an object. */
  readonly json: Record<string, unknown>;
}

/** Runs the compiled command line as a person would. */
function wengang(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [CLI, ...args], { cwd: folder }, (_error, out, error) => {
      const last = out.trim().split("\n").at(-1) ?? "";
      const json = last.startsWith("{") ? (JSON.parse(last) as Record<string, unknown>) : {};
      resolve({ code: child.exitCode, out, error, json });
    });
  });
}

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const HEADER = "统一社会信用代码,月份,用工人数\n";

describe("the command line", () => {
  it("goes from a simulated county to a report and an export, and says the same in json", async () => {
    expect(
      (await wengang("simulate", "--enterprises", "30", "--months", "9", "--seed", "5", "--out", "county")).code,
    ).toBe(0);
    const tables = readdirSync(join(folder, "county")).map((name) => join("county", name));
    const imported = await wengang("import", ...tables, "--source", "county", "--data-dir", "whole", "--json");
    expect(imported.json.results).toContainEqual({ kind: "skipped", name: "truth.csv" });
    const run = await wengang("run", "--month", "2025-10", "--until", "2025-11", "--data-dir", "whole", "--json");
    expect(run.json).toMatchObject({
      ok: true,
      runs: [
        { month: "2025-10", changed: true },
        { month: "2025-11", changed: true },
      ],
    });
    const again = await wengang("run", "--month", "2025-11", "--data-dir", "whole", "--json");
    expect(again.json).toMatchObject({ runs: [{ changed: false }] });
    await wengang("report", "--month", "2025-11", "--format", "html", "--out", "out", "--data-dir", "whole");
    expect(readFileSync(join(folder, "out/monthly-2025-11.html"), "utf8")).toContain("模拟数据");
    const exported = await wengang(
      "export",
      "scores",
      "--from",
      "2025-10",
      "--to",
      "2025-11",
      "--out",
      "scores.csv",
      "--data-dir",
      "whole",
      "--json",
    );
    const lines = readFileSync(join(folder, "scores.csv"), "utf8").trimEnd().split("\r\n");
    expect(lines[0]).toBe("\uFEFFenterprise,month,headcount,expected,lower,risk,level,data");
    expect(lines.slice(1).every((line) => line.endsWith(",模拟数据"))).toBe(true);
    expect(lines.length - 1).toBe(exported.json.rows);
    const status = await wengang("status", "--data-dir", "whole", "--json");
    expect(status.json).toMatchObject({ ok: true, profile: "wushan" });
    expect(status.out).toContain("2025-11");
  });

  it.each([
    ["a command that is not there", ["frob"], 2, "command-wrong"],
    ["a month that is none", ["run", "--month", "2025-13", "--data-dir", "x"], 2, "month-wrong"],
    [
      "months in the wrong order",
      ["run", "--month", "2025-03", "--until", "2025-01", "--data-dir", "x"],
      2,
      "months-backwards",
    ],
    ["an option left out", ["import", "a.csv", "--data-dir", "x"], 2, "option-missing"],
    ["a language we don't speak", ["status", "--lang", "fr", "--data-dir", "x"], 2, "language-unknown"],
    ["an option with nothing in it", ["status", "--data-dir", ""], 2, "option-empty"],
    ["a number in another notation", ["simulate", "--months", "1e1", "--out", "x"], 2, "number-wrong"],
    ["a profile nobody knows", ["init", "--profile", "atlantis", "--data-dir", "y"], 2, "profile-unknown"],
    ["a file that is missing", ["import", "missing.csv", "--source", "county", "--data-dir", "x"], 3, "file-missing"],
    ["a folder without a database", ["status", "--data-dir", "nothing"], 6, "not-initialised"],
    [
      "a server that does not answer",
      ["status", "--database", "postgres://nobody@127.0.0.1:1/none"],
      4,
      "database-unreachable",
    ],
    [
      "a report folder that can't be",
      ["report", "--month", "2025-11", "--out", "/dev/null/x", "--data-dir", "whole-2"],
      6,
      "not-initialised",
    ],
  ])("answers %s with its exit code, a cause and a next step", async (_what, args, code, problem) => {
    const ended = await wengang(...args, "--json");
    expect(ended.code).toBe(code);
    expect(ended.json).toMatchObject({
      ok: false,
      error: { code: problem, cause: { zh: expect.any(String), en: expect.any(String) } },
    });
    expect(ended.error).toContain("下一步");
  });

  it("keeps an empty file and one whose header fits nothing, counts neither, and names the column that is missing", async () => {
    const empty = file("empty.csv", "");
    const strange = file("strange.csv", "a,b\n1,2\n");
    const ended = await wengang(
      "import",
      empty,
      strange,
      "--source",
      "county",
      "--data-dir",
      "bad",
      "--lang",
      "en",
      "--json",
    );
    expect(ended.code).toBe(3);
    expect(ended.json.results).toMatchObject([
      { kind: "blocked", findings: { "file-empty": 1 } },
      { kind: "blocked", findings: { "header-missing": 1 } },
    ]);
    const status = await wengang("status", "--data-dir", "bad", "--json");
    expect(status.json).toMatchObject({
      enterprises: 0,
      headcounts: 0,
      batches: [{ verdict: "blocked" }, { verdict: "blocked" }],
    });
  });

  it("says its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect((await wengang("--version")).out).toBe(`${version}\n`);
  });

  it("takes the same file once, whatever it is called", async () => {
    const one = file("one.csv", `${HEADER}91500237MA60000084,2025-03,12\n`);
    const copy = file("copy.csv", `${HEADER}91500237MA60000084,2025-03,12\n`);
    const ended = await wengang("import", one, copy, "--source", "county", "--data-dir", "once", "--json");
    expect(ended.json.results).toMatchObject([{ kind: "accepted" }, { kind: "known", batch: 1 }]);
  });

  it("refuses a second process on the embedded folder and names the first", async () => {
    await wengang("init", "--data-dir", "owned");
    const first = spawn(process.execPath, [CLI, "serve", "--port", "0", "--data-dir", "owned"], { cwd: folder });
    await new Promise((resolve) => first.stdout.once("data", resolve));
    const second = await wengang("status", "--data-dir", "owned", "--json");
    expect(second).toMatchObject({ code: 4, json: { error: { code: "folder-in-use" } } });
    expect(second.error).toContain(String(first.pid));
    const ended = new Promise((resolve) => first.once("exit", resolve));
    first.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect((await wengang("status", "--data-dir", "owned")).code).toBe(0);
  });

  it("opens a folder whose owner was killed", async () => {
    await wengang("init", "--data-dir", "orphan");
    const owner = spawn(process.execPath, [CLI, "serve", "--port", "0", "--data-dir", "orphan"], { cwd: folder });
    await new Promise((resolve) => owner.stdout.once("data", resolve));
    const ended = new Promise((resolve) => owner.once("exit", resolve));
    owner.kill("SIGKILL");
    await ended;
    expect((await wengang("status", "--data-dir", "orphan")).code).toBe(0);
  });

  it("undoes an import interrupted with Ctrl-C, and takes it whole the next time", async () => {
    const rows = Array.from(
      { length: 400_000 },
      (_, i) =>
        `X${i % 20_000},${2020 + Math.floor(i / 240_000)}-${String(1 + (Math.floor(i / 20_000) % 12)).padStart(2, "0")},${1 + (i % 90)}`,
    );
    const large = file("large.csv", `${HEADER}${rows.join("\n")}\n`);
    await wengang("init", "--data-dir", "broken-off");
    const importing = spawn(
      process.execPath,
      [CLI, "import", large, "--source", "county", "--data-dir", "broken-off"],
      { cwd: folder },
    );
    const ended = new Promise((resolve) => importing.once("exit", resolve));
    // It owns the folder from when it has opened the database until it ends, a few seconds later.
    const opened = join(folder, "broken-off", "wengang.lock");
    while (!existsSync(opened)) await setTimeout(20);
    await setTimeout(300);
    importing.kill("SIGINT");
    const code = await ended;
    expect(code).toBe(130);
    const before = await wengang("status", "--data-dir", "broken-off", "--json");
    expect(before.json).toMatchObject({ enterprises: 0, headcounts: 0, batches: [] });
    const whole = await wengang("import", large, "--source", "county", "--data-dir", "broken-off", "--json");
    expect(whole.json.results).toMatchObject([{ kind: "accepted", counts: { read: 400_000 } }]);
  });
});
