import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";

/** Runs database work; faults of the world outside (no server, wrong password, full disk) come out as Problems. */
export async function explainedDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(error) ?? error;
  }
}

interface Explanation {
  readonly kind: "database" | "storage";
  readonly code: string;
  readonly reason: Text;
  readonly next: Text;
}

const UNREACHABLE: Explanation = {
  kind: "database",
  code: "database-unreachable",
  reason: text("无法连接数据库服务器。", "The database server cannot be reached."),
  next: text(
    "请检查 --database 地址与服务器是否启动，然后重试。",
    "Check the --database address and that the server is up, then try again.",
  ),
};

const DENIED: Explanation = {
  kind: "database",
  code: "database-denied",
  reason: text("数据库拒绝了登录，或库不存在。", "The database refused the login, or does not exist."),
  next: text("请核对 --database 中的用户、密码和库名。", "Check user, password and database name in --database."),
};

const FULL: Explanation = {
  kind: "storage",
  code: "disk-full",
  reason: text("磁盘空间不足，本次写入已全部撤销。", "The disk is full; this write was undone as a whole."),
  next: text(
    "请清理磁盘空间后重新执行同一命令，已完成的步骤不会重做。",
    "Free some space and run the same command again; finished steps are not repeated.",
  ),
};

const UNWRITABLE: Explanation = {
  kind: "storage",
  code: "not-writable",
  reason: text("数据目录无法建立或写入。", "The data folder can't be made or written."),
  next: text("请用 --data-dir 指定有写入权限的位置。", "Name a place that may be written with --data-dir."),
};

const BY_CODE: Readonly<Record<string, Explanation>> = {
  ECONNREFUSED: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  "57P01": UNREACHABLE,
  "57P03": UNREACHABLE,
  "28P01": DENIED,
  "28000": DENIED,
  "3D000": DENIED,
  "53100": FULL,
  ENOSPC: FULL,
  EACCES: UNWRITABLE,
  EPERM: UNWRITABLE,
  EROFS: UNWRITABLE,
  ENOENT: UNWRITABLE,
  ENOTDIR: UNWRITABLE,
  EEXIST: UNWRITABLE,
};

function explain(error: unknown): Problem | null {
  if (error instanceof Problem || !(error instanceof Error)) return null;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const full = /No space left on device/i.test(error.message);
  const explanation = full ? FULL : BY_CODE[code];
  if (!explanation) return null;
  const problem = new Problem(explanation.kind, explanation.code, explanation.reason, explanation.next);
  problem.cause = error;
  return problem;
}
