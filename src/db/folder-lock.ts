import { readFileSync } from "node:fs";
import { link, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";

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
  if (await claim(path, mine)) return keep(path, mine);
  // Of several that find the holder dead, the one that holds the takeover file clears the lock, after looking once more.
  const takeover = `${path}.takeover`;
  const holder = await readHolder(path);
  if (holder && isAlive(holder)) throw await inUse(folder, holder);
  if (!(await claim(takeover, mine))) await forgetDead(takeover, folder);
  else {
    try {
      const again = await readHolder(path);
      if (again && isAlive(again)) throw await inUse(folder, again);
      await rm(path, { force: true });
      if (await claim(path, mine)) return keep(path, mine);
    } finally {
      await rm(takeover, { force: true });
    }
  }
  throw await inUse(folder, await readHolder(path));
}

/** Puts a complete file in place under its name, or finds the name taken. A reader never sees half of it. */
async function claim(path: string, content: string): Promise<boolean> {
  const whole = `${path}.${process.pid}`;
  await writeFile(whole, content);
  try {
    await link(whole, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
  }
}

/** Somebody died while taking over: the next try may. */
async function forgetDead(takeover: string, folder: string): Promise<void> {
  const holder = await readHolder(takeover);
  if (holder && isAlive(holder)) throw await inUse(folder, holder);
  await rm(takeover, { force: true });
}

const SIGN_OF_LIFE_MS = 60_000;

/**
 * Holds the claimed lock and writes it anew every minute, so that its date tells how long ago its owner was last alive. The
 * date never frees a lock by itself: a computer that slept would wake up and write into somebody else's database.
 */
function keep(path: string, mine: string): () => Promise<void> {
  const signs = setInterval(() => void renew(path, mine), SIGN_OF_LIFE_MS).unref();
  return () => {
    clearInterval(signs);
    return release(path, mine);
  };
}

async function renew(path: string, mine: string): Promise<void> {
  const current = await readFile(path, "utf8").catch(() => null);
  if (current === mine) await writeFile(path, mine, { flag: "r+" }).catch(() => {});
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

/** A process on this computer can be stopped; the lock of another one only a person can judge, who is told how. */
async function inUse(folder: string, holder: Holder | null): Promise<Problem> {
  const elsewhere = holder !== null && holder.host !== hostname();
  const who = holder ? `${holder.pid} @ ${holder.host} (${holder.command})` : "?";
  return new Problem(
    "database",
    elsewhere ? "folder-in-use-elsewhere" : "folder-in-use",
    text(
      `数据目录 ${folder} 正被进程 ${who} 使用，内置数据库同一时间只允许一个进程打开。`,
      `The data folder ${folder} is in use by process ${who}; the embedded database allows one process at a time.`,
    ),
    elsewhere ? await howToFree(join(folder, "wengang.lock"), holder.host) : WAIT,
  );
}

const WAIT = text(
  "请等待该进程结束（或停止它）后重试；需要多个进程同时使用时，请用 --database 指定 PostgreSQL。",
  "Wait for that process to end (or stop it) and try again; to work from several processes at once, use PostgreSQL with --database.",
);

async function howToFree(path: string, host: string): Promise<Text> {
  const seen = await stat(path).then(
    ({ mtime }) => mtime.toISOString().slice(0, 16).replace("T", " "),
    () => "?",
  );
  return text(
    `占用者在另一台计算机或容器 ${host} 上（本机为 ${hostname()}），最近一次活动记录：${seen} UTC（运行中每分钟更新）。请先在 ${host} 上停止该进程；若确认它已不存在（如容器已删除、计算机已改名），请删除文件 ${path} 后重新执行同一命令。它仍在运行时删除会损坏数据。`,
    `Its owner is on another computer or container, ${host} (this one is ${hostname()}); last sign of life ${seen} UTC (renewed every minute while it runs). Stop it on ${host} first; when you are sure that it is gone (the container removed, the computer renamed), delete the file ${path} and run the same command again. Deleting it while it runs damages the data.`,
  );
}
