import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { Delivery } from "./delivery.ts";

const TABLE = /\.(?:csv|tsv|txt|csv\.gz|xlsx|xlsm|xls)$/i;

/** Files and the tables in folders, in a stable order: as given, folders sorted by name. Missing ones are told all at once. */
export async function fileDeliveries(paths: readonly string[]): Promise<Delivery[]> {
  const found = await Promise.all(paths.map(tablesAt));
  const missing = paths.filter((_, index) => found[index] === null);
  if (missing.length > 0) throw fileMissing(missing);
  const files = found.flatMap((list) => list ?? []);
  if (files.length === 0) throw folderEmpty(paths);
  return files;
}

async function tablesAt(path: string): Promise<Delivery[] | null> {
  const status = await statusOf(path);
  if (status === null) return null;
  if (status.isFile()) return [delivery(path, status.size)];
  if (!status.isDirectory()) throw notAFile(path);
  const names = (await namesIn(path)).filter((name) => TABLE.test(name) && !/^[.~]/.test(name)).toSorted(byName);
  const inside = await Promise.all(
    names.map(async (name) => ({ path: join(path, name), status: await statusOf(join(path, name)) })),
  );
  return inside.flatMap((file) => (file.status?.isFile() ? [delivery(file.path, file.status.size)] : []));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw unreadable(folder, error);
  }
}

async function statusOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw unreadable(path, error);
  }
}

const delivery = (path: string, size: number): Delivery => ({
  name: basename(path),
  size,
  open: async () => {
    const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
    await new Promise<void>((resolve, reject) => {
      stream.once("open", () => resolve());
      stream.once("error", (error) => reject(isMissing(error) ? fileMissing([path]) : unreadable(path, error)));
    });
    return stream;
  },
});

/** By code units, so that the order is the same on every machine and in every language. */
const byName = (a: string, b: string): number => (a < b ? -1 : 1);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");

const fileMissing = (paths: readonly string[]): Problem =>
  new Problem(
    "input",
    "file-missing",
    text(`找不到：${paths.join("、")}。`, `Not found: ${paths.join(", ")}.`),
    text("请检查路径，或写出完整路径。", "Check the path, or give the full path."),
  );

/** A delivery is read more than once, which a pipe or a device does not allow. */
const notAFile = (path: string): Problem =>
  new Problem(
    "input",
    "file-not-regular",
    text(`${path} 是管道或设备，不是文件。`, `${path} is a pipe or a device, not a file.`),
    text("请先存成文件再导入。", "Save it as a file and import that."),
  );

const folderEmpty = (paths: readonly string[]): Problem =>
  new Problem(
    "input",
    "folder-without-tables",
    text(
      `${paths.join("、")} 中没有 csv、csv.gz、xlsx 或 xls 文件。`,
      `There is no csv, csv.gz, xlsx or xls file in ${paths.join(", ")}.`,
    ),
    text("请把文件放入该文件夹，或直接写出文件名。", "Put the files there, or name them one by one."),
  );

function unreadable(path: string, error: unknown): Problem {
  const cause = error instanceof Error ? error.message : String(error);
  return new Problem(
    "input",
    "file-unreadable",
    text(`无法读取 ${path}：${cause}。`, `${path} cannot be read: ${cause}.`),
    text("请检查文件权限，或关闭正在占用它的程序。", "Check its permissions, or close the program that holds it."),
  );
}
