import { PANEL_WIDTH } from "../../models/fill-panel.ts";
import { firstDay, formatMonth, lastDay, type Month } from "../../models/month.ts";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { closingDay } from "../../models/replay/closing-day.ts";
import type { PlaceCourse } from "../../models/replay/course.ts";
import { type RegisterNews, type ReportColumns, type Timeline, timeline } from "../../models/replay/timeline.ts";
import { newRoom, type Take } from "../../models/shared-room.ts";
import type { Db } from "./db.ts";
import { eventsBetween, type StoredEvent } from "./event.ts";
import { reportedMonths } from "./headcount.ts";
import type { Vintage } from "./vintage.ts";

/** A month as its run on the closing day would have known it. */
export interface MonthAsKnown {
  readonly month: Month;
  /** Everything known by this day, and nothing later, is in the panel. */
  readonly asOf: string;
  /** as-published: asOf is the closing day. final: the history came later in one go, so nobody can say what was known then. */
  readonly vintages: "as-published" | "final";
  readonly vintage: Vintage;
  readonly panel: Panel;
  /** What happened within the panel's months, in the order of enterprise and date. */
  readonly events: readonly StoredEvent[];
}

interface Publication {
  readonly batch: number;
  readonly publishedOn: string;
  readonly rows: number;
}

/** Everything up to a batch, so that an import that goes on meanwhile does not mix in. */
interface Walk {
  readonly db: Db;
  readonly publications: readonly Publication[];
  readonly batch: number;
  readonly enterprises: number;
}

/** Rows fetched at once. */
const BLOCK = 250_000;
const BEFORE_ALL = "-infinity";

/**
 * The months from `from` to `to`, oldest first, each as its run would have seen it on its closing day; every stored row is
 * read once. Leading months of which most reports came after their closing day (a history imported in one go) are shown as
 * last known before the first month that came on time, or at the end when none did, and say so. Nothing when nothing is known.
 * @param room where the panels are put; in a reused one a panel lasts until the next month is asked for
 */
export async function* monthsAsKnown(
  db: Db,
  profile: Profile,
  from: Month,
  to: Month,
  room: () => Take = newRoom,
): AsyncIterable<MonthAsKnown> {
  const walk = await beginWalk(db);
  if (walk === null) return;
  const closeDay = profile.calendar.closeDay.value;
  const onTime = await firstOnTime(walk, from, to, closeDay);
  const imported = onTime === null ? walk.publications.at(-1)!.publishedOn : closingDay(onTime, closeDay);
  const known = timeline(profile, from, to, walk.enterprises);
  let before = BEFORE_ALL;
  for (let month = from; month <= to; month++) {
    const asPublished = onTime !== null && month >= onTime;
    const asOf = asPublished ? closingDay(month, closeDay) : imported;
    if (asOf !== before) await learn(walk, known, before, asOf, to);
    before = asOf;
    const vintage = vintageOf(walk, asOf);
    const events = await eventsBetween(db, firstDay(month - PANEL_WIDTH + 1), lastDay(month), vintage);
    const panel = known.panel(month, events, room());
    yield { month, asOf, vintages: asPublished ? "as-published" : "final", vintage, panel, events };
  }
}

/** The panel of a month as a run on this vintage read it, bit by bit, from the reports themselves: nothing stored is touched. */
export async function panelAt(db: Db, profile: Profile, month: Month, vintage: Vintage): Promise<Panel> {
  const walk = await beginWalk(db);
  if (walk === null) throw new RangeError(`nothing is known of ${formatMonth(month)}`);
  const publications = walk.publications.filter(({ batch }) => batch <= vintage.batch);
  const known = timeline(profile, month, month, walk.enterprises);
  await learn({ ...walk, publications }, known, BEFORE_ALL, vintage.publishedOn, month);
  return known.panel(month, await eventsBetween(db, firstDay(month - PANEL_WIDTH + 1), lastDay(month), vintage));
}

/** What became of everybody from a month to another, or to the last one reported, by all that is known now; null when nothing is. */
export async function courseAsKnown(db: Db, profile: Profile, from: Month, to: Month): Promise<PlaceCourse | null> {
  const walk = await beginWalk(db);
  if (walk === null) return null;
  const vintage = vintageOf(walk, walk.publications.at(-1)!.publishedOn);
  const reported = await reportedMonths(db, vintage);
  if (reported === null || reported.last < from) return null;
  const last = Math.min(to, reported.last);
  const known = timeline(profile, from + PANEL_WIDTH - 1, last, walk.enterprises); // no month before `from` is needed
  await learn(walk, known, BEFORE_ALL, vintage.publishedOn, last);
  return known.course(from, await eventsBetween(db, EARLIEST, lastDay(last), vintage));
}

const EARLIEST = "0001-01-01";

async function beginWalk(db: Db): Promise<Walk | null> {
  const publications = await db.query<Publication>(
    `select batch_id as batch, published_on as "publishedOn", rows from publication order by published_on, batch_id`,
  );
  if (publications.length === 0) return null;
  const [highest] = await db.query<{ id: number | null }>("select max(id) as id from enterprise");
  const batch = publications.reduce((most, p) => Math.max(most, p.batch), 0);
  return { db, publications, batch, enterprises: highest?.id ?? 0 };
}

/** As vintageAsOf, of the publications that were there when the walk began. Something is known by every day it stops at. */
function vintageOf({ publications }: Walk, asOf: string): Vintage {
  const known = publications.filter(({ publishedOn }) => publishedOn <= asOf);
  return {
    batch: known.reduce((most, p) => Math.max(most, p.batch), 0),
    publishedOn: known.at(-1)?.publishedOn ?? asOf,
  };
}

/** The first month of which at least half of the enterprises that ever reported it had done so by its closing day. */
async function firstOnTime({ db, batch }: Walk, from: Month, to: Month, closeDay: number): Promise<Month | null> {
  for (let month = from; month <= to; month++) {
    const [row] = await db.query<{ known: number; all: number }>(
      `select count(*) filter (where first <= $2::date)::integer as known, count(*)::integer as all
       from (select min(published_on) as first from headcount where month = $1 and batch_id <= $3 group by enterprise_id) as f`,
      [month, closingDay(month, closeDay), batch],
    );
    if (row && row.known > 0 && row.known * 2 >= row.all) return month;
  }
  return null;
}

/** Tells the timeline all that became known after one day and by another, in the order in which it did. */
async function learn(walk: Walk, known: Timeline, after: string, by: string, to: Month): Promise<void> {
  const news = walk.publications.filter(({ publishedOn: on }) => (after === BEFORE_ALL || on > after) && on <= by);
  const rows = news.reduce((sum, p) => sum + p.rows, 0);
  const step = Math.ceil(walk.enterprises / Math.max(1, Math.ceil(rows / BLOCK)));
  const batches = [...new Set(news.map(({ batch }) => batch))];
  if (batches.length === 0) return;
  for (let first = 1; first <= walk.enterprises; first += step) {
    const span = [batches, after, by, first, first + step - 1];
    known.report(await reportsIn(walk.db, span, to));
    for (const entry of await registerIn(walk.db, span)) known.register(entry);
  }
}

const SPAN = `batch_id = any($1::integer[]) and published_on > $2::date and published_on <= $3::date
  and enterprise_id between $4 and $5`;

async function reportsIn(db: Db, span: readonly unknown[], to: Month): Promise<ReportColumns> {
  const said = (column: string) =>
    `case when count(${column}) > 0 then array_agg(coalesce(${column}, -1)) end as ${column}`;
  const [row] = await db.query<ReportColumns & { enterprise: number[] | null }>(
    `select array_agg(enterprise_id) as enterprise, array_agg(month) as month, array_agg(headcount) as headcount,
       ${said("dispatch")}, ${said("hidden")}
     from (select enterprise_id, month, headcount, dispatch, hidden from headcount
           where ${SPAN} and month <= $6 order by published_on, batch_id) as ordered`,
    [...span, to],
  );
  return row?.enterprise ? row : NO_REPORTS;
}

const NO_REPORTS: ReportColumns = { enterprise: [], month: [], headcount: [], dispatch: null, hidden: null };

/** A giver that lives on has no end; then its entry tells the month of the handover by the date it became known. */
const registerIn = (db: Db, span: readonly unknown[]): Promise<RegisterNews[]> =>
  db.query<RegisterNews>(
    `select enterprise_id as enterprise, industry, region, ${monthNumber("valid_to")} as "closedMonth", e.id as successor,
       case when successor is not null then ${monthNumber("coalesce(valid_to, published_on)")} end as "successorMonth"
     from register left join enterprise e on e.code = successor
     where ${SPAN} order by published_on, batch_id`,
    span,
  );

const monthNumber = (day: string): string =>
  `(extract(year from ${day})::integer * 12 + extract(month from ${day})::integer - 1)`;
