import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

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
});
