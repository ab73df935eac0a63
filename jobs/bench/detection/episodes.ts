import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { formatMonth, type Month, parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { airlineHistories } from "./read-histories.ts";
import { replay } from "./replay.ts";

/** What became of two airlines' labelled months, replayed month by month. */
export interface EpisodeResult {
  /** Labelled mass layoffs, and those with an alert open in their month. */
  readonly layoffs: readonly string[];
  readonly alerted: readonly string[];
  /** Alerts opened in a merger, reporting step or blip. */
  readonly excused: readonly string[];
  /** Other alerts that opened outside the months before a labelled layoff, by carrier. */
  readonly outside: readonly string[];
}

/** Notices go one to three months before the fall; an alert that opens there is about it. */
const LEAD = 3;
const FIRST_RUN = "1990-08";

export async function measureEpisodes(dir: string, profile: Profile): Promise<EpisodeResult> {
  const histories = await airlineHistories(dir);
  const labels = await labelledEpisodes(dir);
  const seen = replay(histories, profile, parseMonth(FIRST_RUN), histories.first + histories.months - 1);
  const layoffs = labels.filter(({ kind }) => kind === "mass_layoff");
  const rowOf = (carrier: string) => histories.codes.indexOf(carrier);
  const open = ({ carrier, month }: Label) => seen.level[rowOf(carrier) * seen.months + month - seen.from]! >= 0;
  const alerts = seen.opened.map(({ row, month }) => ({ carrier: histories.codes[row]!, month }));
  const excused = labels.filter(({ kind }) => !["mass_layoff", "minor"].includes(kind));
  const about = (alert: At) =>
    layoffs.some(
      ({ carrier, month }) => carrier === alert.carrier && month >= alert.month && month <= alert.month + LEAD,
    );
  const at = (alert: At) => excused.some(({ carrier, month }) => carrier === alert.carrier && month === alert.month);
  return {
    layoffs: layoffs.map(words),
    alerted: layoffs.filter(open).map(words),
    excused: alerts.filter(at).map(words),
    outside: alerts.filter((alert) => !about(alert) && !at(alert)).map(words),
  };
}

export interface At {
  readonly carrier: string;
  readonly month: Month;
}

export interface Label extends At {
  readonly kind: string;
}

const words = ({ carrier, month }: At): string => `${carrier} ${formatMonth(month)}`;

/** The labels of single months; a blip is labelled by its first month and undone in the next. */
export async function labelledEpisodes(dir: string): Promise<Label[]> {
  const rows: Record<string, string>[] = parse(await readFile(join(dir, "airlines", "labelled_episodes.csv")), {
    columns: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
  });
  return rows
    .filter((row) => /^\d{4}-\d{2}$/.test(row.month!))
    .flatMap((row) => {
      const label = { carrier: row.carrier!, month: parseMonth(row.month!), kind: row.kind! };
      return label.kind === "data_blip" ? [label, { ...label, month: label.month + 1 }] : [label];
    });
}
