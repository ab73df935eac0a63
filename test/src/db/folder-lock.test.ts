import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Problem } from "../../../models/problem.ts";
import { lockFolder } from "../../../src/db/folder-lock.ts";

const LOCK = fileURLToPath(new URL("../../../dist/src/db/folder-lock.js", import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A process that tries to own the folder, says how it went, and stays until it is told to go. */
function contender(folder: string): Promise<{ owns: boolean; leave: () => void }> {
  const script = `import { lockFolder } from ${JSON.stringify(LOCK)};
    const owns = await lockFolder(${JSON.stringify(folder)}).then(() => true, () => false);
    process.stdout.write(String(owns)); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
  return new Promise((resolve) =>
    child.stdout.once("data", (said: Buffer) =>
      resolve({ owns: String(said) === "true", leave: () => child.kill("SIGKILL") }),
    ),
  );
}

describe("the folder's lock", () => {
  it.each(["no lock file", "the lock of a process that died", "half a lock file"])(
    "has one owner at the most when four processes start together on %s",
    async (state) => {
      for (let round = 0; round < 4; round++) {
        const folder = mkdtempSync(join(tmpdir(), "wengang-lock-"));
        folders.push(folder);
        const dead = JSON.stringify({ pid: 999_999_999, host: "", began: null, command: "" });
        if (state.startsWith("the lock"))
          writeFileSync(
            join(folder, "wengang.lock"),
            dead.replace('"host":""', `"host":${JSON.stringify((await import("node:os")).hostname())}`),
          );
        if (state.startsWith("half")) writeFileSync(join(folder, "wengang.lock"), '{"pid":');
        const contenders = await Promise.all([0, 1, 2, 3].map(() => contender(folder)));
        expect(contenders.filter(({ owns }) => owns).length).toBeLessThanOrEqual(1);
        for (const { leave } of contenders) leave();
        expect(readdirSync(folder).filter((name) => !name.startsWith("wengang.lock"))).toEqual([]);
      }
    },
  );

  it("of another computer is refused with its name, its last sign of life and the file to delete, which then frees it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wengang-lock-"));
    folders.push(folder);
    const path = join(folder, "wengang.lock");
    writeFileSync(path, JSON.stringify({ pid: 7, host: "elsewhere", began: null, command: "serve" }));
    utimesSync(path, 1_700_000_000, 1_700_000_000); // 2023-11-14 22:13:20 UTC, by date -u -d @1700000000
    const refused = await lockFolder(folder).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "folder-in-use-elsewhere" });
    for (const words of Object.values((refused as Problem).next))
      for (const told of ["elsewhere", "2023-11-14 22:13 UTC", path]) expect(words).toContain(told);
    rmSync(path);
    await (await lockFolder(folder))();
    expect(readdirSync(folder)).toEqual([]);
  });
});
