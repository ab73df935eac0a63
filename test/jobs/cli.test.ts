import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLI, wengang, wengangHere } from "../command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "wengang-cli-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Making an embedded database takes longer than all that is asked of it here: one is made, and copied for whom its making is not the point.
beforeAll(async () => {
  expect((await wengangHere("init", "--data-dir", at("template"))).code).toBe(0);
});
const readyFolder = (name: string): string => {
  cpSync(at("template"), at(name), { recursive: true });
  return at(name);
};

const file = (name: string, content: string): string => {
  writeFileSync(at(name), content);
  return at(name);
};

const HEADER = "统一社会信用代码,月份,用工人数\n";

describe("the command line", () => {
  it("goes from a simulated county to a report and an export, and says the same in json", async () => {
    const made = await wengangHere(
      "simulate",
      ...["--enterprises", "30", "--months", "9", "--seed", "5", "--out", at("county")],
    );
    expect(made.code).toBe(0);
    const whole = ["--data-dir", at("whole"), "--json"];
    const tables = readdirSync(at("county")).map((name) => join(at("county"), name));
    const imported = await wengangHere("import", ...tables, "--source", "county", ...whole);
    expect(imported.json.results).toContainEqual({ kind: "skipped", name: "truth.csv" });
    const run = await wengangHere("run", "--month", "2025-10", "--until", "2025-11", ...whole);
    expect(run.json).toMatchObject({
      ok: true,
      runs: [
        { month: "2025-10", changed: true },
        { month: "2025-11", changed: true },
      ],
    });
    const again = await wengangHere("run", "--month", "2025-11", ...whole);
    expect(again.json).toMatchObject({ runs: [{ changed: false }] });
    await wengangHere("report", "--month", "2025-11", "--format", "html", "--out", at("out"), ...whole);
    expect(readFileSync(at("out/monthly-2025-11.html"), "utf8")).toContain("模拟数据");
    const span = ["--from", "2025-10", "--to", "2025-11"];
    const exported = await wengangHere("export", "scores", ...span, "--out", at("scores.csv"), ...whole);
    const lines = readFileSync(at("scores.csv"), "utf8").trimEnd().split("\r\n");
    expect(lines[0]).toBe("\uFEFFenterprise,month,headcount,expected,lower,risk,level,data");
    expect(lines.slice(1).every((line) => line.endsWith(",模拟数据"))).toBe(true);
    expect(lines.length - 1).toBe(exported.json.rows);
    // The compiled program, in a process of its own, reads what was written here.
    const status = await wengang("status", ...whole);
    expect(status).toMatchObject({ code: 0, json: { ok: true, profile: "wushan" } });
    expect(status.out).toContain("2025-11");
  });

  it.each([
    ["a command that is not there", ["frob"], 2, "command-wrong"],
    ["a month that is none", ["run", "--month", "2025-13", "--data-dir", at("x")], 2, "month-wrong"],
    [
      "months in the wrong order",
      ["run", "--month", "2025-03", "--until", "2025-01", "--data-dir", at("x")],
      2,
      "months-backwards",
    ],
    ["an option left out", ["import", "a.csv", "--data-dir", at("x")], 2, "option-missing"],
    ["a language we don't speak", ["status", "--lang", "fr", "--data-dir", at("x")], 2, "language-unknown"],
    ["an option with nothing in it", ["status", "--data-dir", ""], 2, "option-empty"],
    ["a number in another notation", ["simulate", "--months", "1e1", "--out", at("x")], 2, "number-wrong"],
    ["a profile nobody knows", ["init", "--profile", "atlantis", "--data-dir", at("y")], 2, "profile-unknown"],
    [
      "a file that is missing",
      ["import", at("missing.csv"), "--source", "county", "--data-dir", at("x")],
      3,
      "file-missing",
    ],
    ["a folder without a database", ["status", "--data-dir", at("nothing")], 6, "not-initialised"],
    [
      "a server that does not answer",
      ["status", "--database", "postgres://nobody@127.0.0.1:1/none"],
      4,
      "database-unreachable",
    ],
    [
      "a report folder that can't be",
      ["report", "--month", "2025-11", "--out", "/dev/null/x", "--data-dir", at("whole-2")],
      6,
      "not-initialised",
    ],
  ])("answers %s with its exit code, a cause and a next step", async (_what, args, code, problem) => {
    const ended = await wengangHere(...args, "--json");
    expect(ended.code).toBe(code);
    expect(ended.json).toMatchObject({
      ok: false,
      error: { code: problem, cause: { zh: expect.any(String), en: expect.any(String) } },
    });
    expect(ended.error).toContain("下一步");
  });

  it("makes nothing for a profile that nobody knows", async () => {
    expect((await wengangHere("init", "--profile", "atlantis", "--data-dir", at("none"))).code).toBe(2);
    expect(existsSync(at("none"))).toBe(false);
  });

  it("ends its process with that code, the sentences on the one stream and the object on the other", async () => {
    const ended = await wengang("status", "--data-dir", at("nothing"), "--json");
    expect(ended).toMatchObject({ code: 6, json: { ok: false, error: { code: "not-initialised" } } });
    expect(ended.error).toContain("下一步");
  });

  it("keeps an empty file and one whose header fits nothing, counts neither, and names the column that is missing", async () => {
    const [empty, strange] = [file("empty.csv", ""), file("strange.csv", "a,b\n1,2\n")];
    const bad = ["--data-dir", readyFolder("bad"), "--json"];
    const ended = await wengangHere("import", empty, strange, "--source", "county", "--lang", "en", ...bad);
    expect(ended.code).toBe(3);
    expect(ended.json.results).toMatchObject([
      { kind: "blocked", findings: { "file-empty": 1 } },
      { kind: "blocked", findings: { "header-missing": 1 } },
    ]);
    const status = await wengangHere("status", ...bad);
    expect(status.json).toMatchObject({
      enterprises: 0,
      headcounts: 0,
      batches: [{ verdict: "blocked" }, { verdict: "blocked" }],
    });
  });

  it("says its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect((await wengang("--version")).out).toBe(`${version}\n`);
    expect((await wengangHere("--version")).out).toBe(`${version}\n`);
  });

  it("takes the same file once, whatever it is called", async () => {
    const one = file("one.csv", `${HEADER}91500237MA60000084,2025-03,12\n`);
    const copy = file("copy.csv", `${HEADER}91500237MA60000084,2025-03,12\n`);
    const once = ["--data-dir", readyFolder("once"), "--json"];
    const ended = await wengangHere("import", one, copy, "--source", "county", ...once);
    expect(ended.json.results).toMatchObject([{ kind: "accepted" }, { kind: "known", batch: 1 }]);
  });

  it("refuses a second process on the embedded folder and names the first", async () => {
    const owned = readyFolder("owned");
    const first = spawn(process.execPath, [CLI, "serve", "--port", "0", "--data-dir", owned]);
    await new Promise((resolve) => first.stdout.once("data", resolve));
    const second = await wengangHere("status", "--data-dir", owned, "--json");
    expect(second).toMatchObject({ code: 4, json: { error: { code: "folder-in-use" } } });
    expect(second.error).toContain(String(first.pid));
    const ended = new Promise((resolve) => first.once("exit", resolve));
    first.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect((await wengangHere("status", "--data-dir", owned)).code).toBe(0);
  });

  it("opens a folder whose owner was killed", async () => {
    const orphan = readyFolder("orphan");
    const owner = spawn(process.execPath, [CLI, "serve", "--port", "0", "--data-dir", orphan]);
    await new Promise((resolve) => owner.stdout.once("data", resolve));
    const ended = new Promise((resolve) => owner.once("exit", resolve));
    owner.kill("SIGKILL");
    await ended;
    expect((await wengangHere("status", "--data-dir", orphan)).code).toBe(0);
  });

  it("undoes an import interrupted with Ctrl-C, and takes it whole the next time", async () => {
    const rows = Array.from(
      { length: 120_000 },
      (_, i) => `X${i % 20_000},2024-${String(1 + Math.floor(i / 20_000)).padStart(2, "0")},${1 + (i % 90)}`,
    );
    const large = file("large.csv", `${HEADER}${rows.join("\n")}\n`);
    const dataDir = readyFolder("broken-off");
    const args = ["import", large, "--source", "county", "--data-dir", dataDir];
    const importing = spawn(process.execPath, [CLI, ...args]);
    const ended = new Promise((resolve) => importing.once("exit", resolve));
    // It owns the folder from when it begins to open the database until it ends, a few seconds later.
    while (!existsSync(join(dataDir, "wengang.lock"))) await setTimeout(20);
    await setTimeout(300);
    importing.kill("SIGINT");
    expect(await ended).toBe(130);
    const before = await wengangHere("status", "--data-dir", dataDir, "--json");
    expect(before.json).toMatchObject({ enterprises: 0, headcounts: 0, batches: [] });
    const whole = await wengangHere(...args, "--json");
    expect(whole.json.results).toMatchObject([{ kind: "accepted", counts: { read: 120_000 } }]);
  });
});
