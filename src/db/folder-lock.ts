import { readFileSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it, so that a reused process number is not mistaken for it. */
  readonly began: string | null;
  readonly command: string;
}

/**
 * Makes this process the folder's only owner; resolves to the function that gives it up.
 * PGlite itself lets a second process open the same folder and corrupt it.
 * @throws Problem "folder-in-use" naming the holder and both ways out
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "wengang.lock");
  const mine = JSON.stringify(thisProcess());
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(path, mine, { flag: "wx" });
      return () => release(path, mine);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await readHolder(path);
    if (holder && isAlive(holder)) throw inUse(folder, holder);
    // The holder died without giving the lock up. Move it aside first: of two that find it dead, only one can.
    await rename(path, `${path}.${process.pid}`).catch(() => {});
    await rm(`${path}.${process.pid}`, { force: true });
  }
  throw inUse(folder, await readHolder(path));
}

async function release(path: string, mine: string): Promise<void> {
  const current = await readFile(path, "utf8").catch(() => null);
  if (current === mine) await rm(path, { force: true });
}

function thisProcess(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    began: beganAt(process.pid),
    command: process.argv.slice(1, 4).join(" "),
  };
}

async function readHolder(path: string): Promise<Holder | null> {
  // A lock half-written by a process that died has no readable holder; nobody owns it.
  const content = await readFile(path, "utf8").catch(() => "");
  try {
    return JSON.parse(content) as Holder;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true; // another machine's process can't be looked at: believe the lock
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return holder.began === null || holder.began === beganAt(holder.pid);
}

/** Start time in clock ticks since boot, from Linux's process table; null where there is none. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function inUse(folder: string, holder: Holder | null): Problem {
  const who = holder ? `${holder.pid} @ ${holder.host} (${holder.command})` : "?";
  return new Problem(
    "database",
    "folder-in-use",
    text(
      `数据目录 ${folder} 正被进程 ${who} 使用，内置数据库同一时间只允许一个进程打开。`,
      `The data folder ${folder} is in use by process ${who}; the embedded database allows one process at a time.`,
    ),
    text(
      "请等待该进程结束（或停止它）后重试；需要多个进程同时使用时，请用 --database 指定 PostgreSQL。",
      "Wait for that process to end (or stop it) and try again; to work from several processes at once, use PostgreSQL with --database.",
    ),
  );
}
