import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BacktestTable } from "../../models/judging/judge-backtest.ts";
import type { Month } from "../../models/month.ts";
import type { AlertTruth } from "../../models/replay/backtest.ts";
import type { KeptMonth } from "../../models/replay/kept-month.ts";
import { type PackedMonth, packMonths, unpackMonth } from "../../models/replay/pack.ts";
import { makeFolder } from "../make-folder.ts";
import { explainedStorage } from "../storage.ts";
import { writeAside } from "../write-aside.ts";

/** What a backtest leaves for the next threshold set. */
export interface Kept {
  /** What the scores and the judging follow from; another key means that they have to be made anew. */
  readonly key: string;
  readonly table: BacktestTable;
  readonly truth: AlertTruth;
  readonly asPublished: number;
  readonly final: number;
  readonly model: string;
  /** First month that was judged; those before it were for learning. */
  readonly since: Month;
}

interface Head extends Kept {
  readonly places: readonly PackedMonth[];
  readonly bytes: number;
}

const FOLDER = "backtest";
const files = (dataDir: string) => ({
  head: join(dataDir, FOLDER, "kept.json"),
  body: join(dataDir, FOLDER, "kept.bin"),
});

/** Keeps the newest backtest only: one file of the scores and one that says what they are. */
export async function keepScores(dataDir: string, kept: Kept, months: readonly KeptMonth[]): Promise<void> {
  const { head, body } = files(dataDir);
  const { places, bytes } = packMonths(months);
  await explainedStorage(body, async () => {
    await makeFolder(join(dataDir, FOLDER));
    await writeAside(head, ["{}"]); // between the two writes nothing is taken for kept
    await writeAside(body, [bytes]);
    await writeAside(head, [JSON.stringify({ ...kept, places, bytes: bytes.length } satisfies Head)]);
  });
}

/** The kept backtest when it has this key, with its months; null when there is none or it is another. */
export async function keptScores(dataDir: string, key: string): Promise<(Kept & { months: KeptMonth[] }) | null> {
  const { head, body } = files(dataDir);
  const written = await readFile(head, "utf8").catch(() => "{}");
  const { places, bytes, ...kept } = JSON.parse(written) as Partial<Head>;
  if (kept.key !== key || !places || bytes === undefined) return null;
  const read = await readInto(body, bytes).catch(() => null);
  return read && { ...(kept as Kept), months: places.map((place) => unpackMonth(read, place)) };
}

/** Reads into memory of our own: a pooled buffer need not begin at a multiple of 8. */
async function readInto(path: string, bytes: number): Promise<Uint8Array> {
  const all = new Uint8Array(bytes);
  const file = await open(path);
  try {
    let at = 0;
    while (at < bytes) {
      const { bytesRead } = await file.read(all, at, bytes - at, at);
      if (bytesRead === 0) throw new RangeError(`${path} ends at byte ${at} of ${bytes}`);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
  return all;
}
