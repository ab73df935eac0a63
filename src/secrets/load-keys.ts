import { link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import { type Keys, parseKeys, type RandomBytes } from "./keys.ts";

/**
 * The keys of WENGANG_SECRET_KEY; without it those of the file secret.key in the data folder, which is made on first use
 * and readable by its owner only. Several machines with one database need the variable.
 */
export async function loadKeys(variable: string | undefined, dataDir: string, random: RandomBytes): Promise<Keys> {
  if (variable !== undefined) return parseKeys(variable, "WENGANG_SECRET_KEY");
  const path = join(dataDir, "secret.key");
  const written = (await readOwn(path)) ?? (await makeFile(dataDir, path, random));
  return parseKeys(written, path);
}

async function readOwn(path: string): Promise<string | null> {
  try {
    const { mode } = await stat(path);
    if (process.platform !== "win32" && (mode & 0o077) !== 0) throw openToOthers(path);
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Put in place under its name as a whole; who comes second takes the first one's. */
async function makeFile(folder: string, path: string, random: RandomBytes): Promise<string> {
  await mkdir(folder, { recursive: true });
  const aside = `${path}.${random(8).toString("hex")}`;
  try {
    await writeFile(aside, `${random(32).toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  return readFile(path, "utf8");
}

const openToOthers = (path: string): Problem =>
  new Problem(
    "storage",
    "secret-key-open",
    text(`密钥文件 ${path} 可被其他用户读取。`, `Others can read the key file ${path}.`),
    text(
      `请执行 chmod 600 ${path}；如已可能泄露，请更换密钥。`,
      `Run chmod 600 ${path}; change the key if it may have leaked.`,
    ),
  );
