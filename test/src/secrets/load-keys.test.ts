import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadKeys } from "../../../src/secrets/load-keys.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "wengang-keys-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it("the first use makes a key file that only its owner reads, and later uses find the same key", async () => {
  const data = join(folder(), "not", "there", "yet");
  const [first] = await loadKeys(undefined, data, randomBytes);
  const [second] = await loadKeys(undefined, data, randomBytes);
  expect(second.bytes).toEqual(first.bytes);
  expect(statSync(join(data, "secret.key")).mode & 0o777).toBe(0o600);
  expect(readdirSync(data)).toEqual(["secret.key"]);
});

it("many that come at once agree on one key", async () => {
  const data = folder();
  const all = await Promise.all(Array.from({ length: 20 }, () => loadKeys(undefined, data, randomBytes)));
  expect(new Set(all.map(([{ id }]) => id)).size).toBe(1);
  expect(readdirSync(data)).toEqual(["secret.key"]);
});

it("the variable goes before the file, and then none is made", async () => {
  const data = folder();
  const key = Buffer.alloc(32, 5);
  const [loaded] = await loadKeys(key.toString("base64"), data, randomBytes);
  expect(loaded.bytes).toEqual(key);
  expect(readdirSync(data)).toEqual([]);
  await expect(loadKeys("", data, randomBytes)).rejects.toMatchObject({ code: "secret-key-wrong" });
});

it("a key written before the old one in the file seals from then on, and the old one still opens", async () => {
  const data = folder();
  const [old] = await loadKeys(undefined, data, randomBytes);
  const path = join(data, "secret.key");
  writeFileSync(path, `${Buffer.alloc(32, 6).toString("base64")}\n${readFileSync(path, "utf8")}`);
  const keys = await loadKeys(undefined, data, randomBytes);
  expect(keys.map(({ id }) => id)).toEqual([expect.any(String), old.id]);
});

it.skipIf(process.platform === "win32")(
  "a key file that others can read is refused with the way to close it",
  async () => {
    const data = folder();
    await loadKeys(undefined, data, randomBytes);
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(join(data, "secret.key"), mode);
      await expect(loadKeys(undefined, data, randomBytes)).rejects.toMatchObject({
        code: "secret-key-open",
        next: { en: expect.stringContaining("chmod 600") },
      });
    }
  },
);
