import { checkFirstFigures, doubtedFirsts, named } from "../../models/first-figure-check.ts";
import { checkPresence } from "../../models/month-checks.ts";
import { presenceIn } from "../../models/presence.ts";
import { enterpriseCodes } from "../../src/db/enterprise.ts";
import { keepFindings } from "../../src/db/finding.ts";
import { packSeries } from "../../src/db/pack-series.ts";
import type { Counts } from "../../src/db/run.ts";
import type { StepContext } from "./step.ts";

/** Brings the packed series to the run's vintage, and says who reports now beside the month before. */
export async function buildSeries({ tx, run, panel, figures }: StepContext): Promise<Counts> {
  const packed = await packSeries(tx, run.vintage);
  const columns = await panel(tx);
  figures(tx).catch(() => {}); // begins beside the scoring; the industries step awaits it and tells what went wrong
  const presence = presenceIn(columns);
  const doubted = doubtedFirsts(columns);
  const groups = [presence.appeared, presence.vanished, presence.frozen].map((group) => group.largest);
  const examples = [...groups.flat(), ...named(doubted)];
  const codes = await enterpriseCodes(
    tx,
    examples.map(({ row }) => columns.enterprise[row]!),
  );
  const codeOf = (row: number) => codes.get(columns.enterprise[row]!) ?? "?";
  const findings = [...checkPresence(run.month, presence, run.asOf, codeOf), ...checkFirstFigures(doubted, codeOf)];
  await keepFindings(tx, { run: run.id }, findings);
  const { matched, appeared, vanished, frozen } = presence;
  return { ...packed, matched, appeared: appeared.count, vanished: vanished.count, frozen: frozen.count };
}
