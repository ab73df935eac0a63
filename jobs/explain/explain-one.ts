import { rowOf } from "../../models/fill-panel.ts";
import type { Month } from "../../models/month.ts";
import { formatMonth } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { type Text, text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseIdsOf } from "../../src/db/enterprise.ts";
import { latestRun, type Run } from "../../src/db/run.ts";
import { scoresOf } from "../../src/db/score.ts";
import { type Account, accountOf } from "./account.ts";
import { peerLine, peerName } from "./peer-words.ts";
import { scoredAgain } from "./scored-again.ts";

/** One enterprise's score in the run that speaks for a month, with an alert or without one. */
export interface Explained {
  readonly run: Run;
  readonly thresholdSet: string;
  readonly account: Account;
  /** Its peer groups by name, in the order of the account's. */
  readonly peerNames: readonly Text[];
  readonly peerLines: readonly Text[];
}

export async function explainOne(
  db: Db,
  code: string,
  month: Month,
  profile: Profile,
  workers: number,
): Promise<Explained> {
  const run = await latestRun(db, month);
  if (run === null) throw notRun(month);
  const id = (await enterpriseIdsOf(db, [code])).get(code);
  const stored = id === undefined ? undefined : (await scoresOf(db, run.id, [id])).get(id);
  if (stored === undefined) throw notThere(code, month);
  const again = await scoredAgain(db, run, profile, workers);
  const row = rowOf(again.columns, stored.enterprise);
  if (row < 0) throw notThere(code, month);
  const account = accountOf(again, stored, row);
  const at = { region: again.columns.region[row]!, band: again.scored.cohorts.band[row]! };
  const peerNames = account.peers.map((group) => peerName(group, at, profile));
  const peerLines = account.peers.map((group, i) => peerLine(group, peerNames[i]!));
  return { run, thresholdSet: again.made.thresholds.name, account, peerNames, peerLines };
}

const notRun = (month: Month): Problem =>
  new Problem(
    "no-data",
    "no-runs",
    text(`${formatMonth(month)}还没有完成的月度任务。`, `${formatMonth(month)} has not been run yet.`),
    text(
      `请先执行 wengang run --month ${formatMonth(month)}。`,
      `Run wengang run --month ${formatMonth(month)} first.`,
    ),
  );

const notThere = (code: string, month: Month): Problem =>
  new Problem(
    "no-data",
    "enterprise-not-scored",
    text(
      `${formatMonth(month)}的评分中没有企业“${code}”。`,
      `There is no enterprise "${code}" among the scores of ${formatMonth(month)}.`,
    ),
    text(
      "请核对企业代码；wengang export scores 列出当月全部企业。",
      "Check the code; wengang export scores lists the month's enterprises.",
    ),
  );
