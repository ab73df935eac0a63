import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommandContext, Options } from "../../jobs/commands/command.ts";
import { thresholdCommands } from "../../jobs/commands/thresholds.ts";
import { noProgress } from "../../jobs/progress.ts";
import { openSession } from "../../jobs/session.ts";
import { readEnvironment } from "../../src/config.ts";
import { wushan } from "../county.ts";

describe("the command line's versions of the threshold set", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wengang-thresholds-"));
    await (await openSession(contextIn(folder).where, true)).db.close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const contextIn = (dataDir: string): CommandContext => ({
    ...{ environment: readEnvironment(), language: "zh", workers: 1, progress: noProgress, say: () => {} },
    ...{ where: { database: undefined, dataDir, profile: "wushan" }, clock: () => Date.parse("2026-01-12T02:00:00Z") },
    signal: new AbortController().signal,
  });

  const asked = async (name: string, args: readonly string[], options: Options = {}) => {
    const spec = thresholdCommands.find(({ usage }) => usage.startsWith(`thresholds ${name}`))!;
    return spec.run(args, options, contextIn(folder));
  };

  it("are saved from a file, approved by another person, and rolled back", async () => {
    const file = join(folder, "mine.json");
    await writeFile(file, JSON.stringify(wushan.thresholds));
    const why = { from: "2026-01", reason: "试行", by: "张三" };
    expect((await asked("save", [file], why)).json).toEqual({ id: 2 });
    await expect(asked("approve", ["2"], { by: "张三" })).rejects.toMatchObject({ code: "threshold-own-work" });
    expect((await asked("approve", ["2"], { by: "李四" })).lines[0]!.zh).toContain("已审核");
    expect((await asked("roll-back", ["1"], { by: "李四" })).lines[0]!.zh).toContain("2026-01起");
    const { json } = await asked("list", []);
    const versions = json.versions as readonly { id: number; state: string }[];
    expect(versions.map(({ id, state }) => [id, state])).toEqual([
      [1, "approved"],
      [2, "approved"],
      [3, "approved"],
    ]);
    await expect(asked("withdraw", ["9"])).rejects.toMatchObject({ code: "threshold-version-unknown" });
    await expect(asked("withdraw", ["x"])).rejects.toMatchObject({ code: "threshold-version-wrong" });
  });
});
