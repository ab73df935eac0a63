import { firstDay, lastDay } from "../../../models/month.ts";
import { type ReportingRecord, reportingRecords } from "../../../models/reporting-record.ts";
import { PERIODS, type PeriodInput, type PeriodKind } from "../../../reports/period/input.ts";
import { eventsBetween } from "../../../src/db/event.ts";
import type { Gathered } from "./gathered.ts";
import { followUpOf, frameOf } from "./monthly-input.ts";

/** What a report over several months is made from. */
export async function periodInput(gathered: Gathered, kind: PeriodKind): Promise<PeriodInput> {
  const { context, scopes, panel, members, decided, outlook } = gathered;
  const { tx, run } = context;
  const { months } = PERIODS[kind];
  const from = run.month - months + 1;
  const records = reportingRecords(panel, months);
  return {
    ...frameOf(gathered),
    ...{ kind, month: run.month, followUp: followUpOf(gathered, "") },
    scopes: scopes.map((one) => ({ ...one, reporting: addUp(records, members.rowsOf(one.scope)) })),
    run: decided.months.filter((month) => month >= from),
    decisions: decided.decisions.filter(({ month }) => month >= from),
    events: await eventsBetween(tx, firstDay(from), lastDay(run.month), run.vintage),
    outlook: outlook(scopes[0]!.scope),
    withheld: gathered.withheld,
  };
}

function addUp(records: readonly ReportingRecord[], rows: Int32Array): ReportingRecord {
  let [expected, reported] = [0, 0];
  for (const row of rows) {
    expected += records[row]!.expected;
    reported += records[row]!.reported;
  }
  return { expected, reported };
}
