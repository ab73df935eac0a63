import { Problem } from "../models/problem.ts";
import { text } from "../models/text.ts";

/** Runs work that writes files; a full disk or a refused folder comes out as a Problem that names the place. */
export async function explainedStorage<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(place, error) ?? error;
  }
}

const CAUSES: Readonly<Record<string, { code: string; zh: string; en: string }>> = {
  ENOSPC: { code: "disk-full", zh: "磁盘空间不足", en: "the disk is full" },
  EDQUOT: { code: "disk-full", zh: "磁盘配额已用完", en: "the disk quota is used up" },
  EACCES: { code: "not-writable", zh: "没有写入权限", en: "writing is not permitted" },
  EPERM: { code: "not-writable", zh: "没有写入权限", en: "writing is not permitted" },
  EROFS: { code: "not-writable", zh: "磁盘为只读", en: "the disk is read-only" },
  ENOENT: { code: "folder-missing", zh: "所在文件夹不存在", en: "its folder does not exist" },
  ENOTDIR: { code: "not-a-folder", zh: "路径中有一段不是文件夹", en: "part of its path is not a folder" },
  EEXIST: { code: "not-a-folder", zh: "同名文件已存在，不是文件夹", en: "a file of that name is there, not a folder" },
  EISDIR: { code: "is-a-folder", zh: "它是一个文件夹", en: "it is a folder" },
};

function explain(place: string, error: unknown): Problem | null {
  const cause = CAUSES[(error as NodeJS.ErrnoException | null)?.code ?? ""];
  if (!cause) return null;
  const problem = new Problem(
    "storage",
    cause.code,
    text(`无法写入 ${place}：${cause.zh}。`, `Can't write ${place}: ${cause.en}.`),
    text(
      "请腾出空间或换一个位置后重新执行同一命令；没有留下写到一半的文件。",
      "Free space or choose another place and run the same command again; no half-written file was left.",
    ),
  );
  problem.cause = error;
  return problem;
}
