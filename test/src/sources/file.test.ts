import { chmod, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { fileDeliveries } from "../../../src/sources/file.ts";

const folder = () => mkdtemp(join(tmpdir(), "wengang-file-"));

test("a folder gives its tables sorted by name and leaves everything else", async () => {
  const at = await folder();
  for (const name of ["b.csv", "a.xlsx", "C.csv.gz", "~$a.xlsx", ".hidden.csv", "note.md"])
    await writeFile(join(at, name), "x");
  await mkdir(join(at, "d.csv"));
  const deliveries = await fileDeliveries([at]);
  expect(deliveries.map(({ name, size }) => [name, size])).toEqual([
    ["C.csv.gz", 1],
    ["a.xlsx", 1],
    ["b.csv", 1],
  ]);
});

test("a delivery can be opened more than once and gives the same bytes", async () => {
  const path = join(await folder(), "a.csv");
  await writeFile(path, "code,month\n1,2023-01\n");
  const [delivery] = await fileDeliveries([path]);
  expect(String(await buffer(await delivery!.open()))).toBe("code,month\n1,2023-01\n");
  expect(String(await buffer(await delivery!.open()))).toBe("code,month\n1,2023-01\n");
});

test("missing files are named all at once with what to do", async () => {
  await expect(fileDeliveries(["/nowhere/a.csv", "/nowhere/b.csv"])).rejects.toMatchObject({
    kind: "input",
    code: "file-missing",
    reason: { zh: "找不到：/nowhere/a.csv、/nowhere/b.csv。" },
  });
});

test("a folder without tables says so", async () => {
  await expect(fileDeliveries([await folder()])).rejects.toMatchObject({ code: "folder-without-tables" });
});

test("an empty file is a delivery of no bytes and not a failure", async () => {
  const path = join(await folder(), "a.csv");
  await writeFile(path, "");
  const [delivery] = await fileDeliveries([path]);
  expect(delivery!.size).toBe(0);
  expect((await buffer(await delivery!.open())).length).toBe(0);
});

test("a file that vanishes before it is opened is a missing file", async () => {
  const path = join(await folder(), "a.csv");
  await writeFile(path, "x");
  const [delivery] = await fileDeliveries([path]);
  const { rm } = await import("node:fs/promises");
  await rm(path);
  await expect(delivery!.open()).rejects.toMatchObject({ code: "file-missing" });
});

const isRoot = process.getuid?.() === 0;
if (isRoot) console.log("The test of a folder that may not be read is skipped: root may read everything.");

test.skipIf(isRoot)("a folder that may not be read is named with the cause", async () => {
  const at = await folder();
  await chmod(at, 0o000);
  await expect(fileDeliveries([at])).rejects.toMatchObject({ kind: "input", code: "file-unreadable" });
});
