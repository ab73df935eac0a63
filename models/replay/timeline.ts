import { fillPanel, PANEL_WIDTH, type PanelRow, type ReportedEvent } from "../fill-panel.ts";
import type { Month } from "../month.ts";
import { GAP, type Panel } from "../panel.ts";
import type { Profile } from "../profile.ts";
import type { Take } from "../shared-room.ts";
import { courseOf, type PlaceCourse } from "./course.ts";
import type { DatedEvent } from "./keep-month.ts";
import { MonthMatrix } from "./month-matrix.ts";

/** Reports as columns, oldest vintage first: of several of one month the last stands. GAP where a report says nothing. */
export interface ReportColumns {
  readonly enterprise: ArrayLike<number>;
  readonly month: ArrayLike<number>;
  readonly headcount: ArrayLike<number>;
  /** null when none of them says anything. */
  readonly dispatch: ArrayLike<number> | null;
  readonly hidden: ArrayLike<number> | null;
}

/** A register entry; what it leaves null stays as an earlier one said. */
export interface RegisterNews {
  readonly enterprise: number;
  readonly industry: string | null;
  readonly region: string | null;
  readonly closedMonth: Month | null;
  readonly successor: number | null;
  /** Month of the handover, also when the successor itself is not known; null when the entry names none. */
  readonly successorMonth: Month | null;
}

/** What is known of every enterprise, as it grows with each publication. */
export interface Timeline {
  report(news: ReportColumns): void;
  register(news: RegisterNews): void;
  /** Everything known by now of the months from one on, to judge by what came: `to` is the last month. */
  course(first: Month, events: readonly DatedEvent[]): PlaceCourse;
  /** What a run of this month would have read: the same panel as from the packed series at this vintage. */
  panel(month: Month, events: readonly ReportedEvent[], take?: Take): Panel;
}

export interface Known {
  readonly firstMonth: Int32Array;
  readonly firstHeadcount: Int32Array;
  readonly industry: (string | null)[];
  readonly region: (string | null)[];
  readonly closedMonth: Int32Array;
  readonly successor: Int32Array;
  readonly successorMonth: Int32Array;
  readonly headcount: MonthMatrix;
  readonly dispatch: MonthMatrix;
  readonly hidden: MonthMatrix;
}

/** Begins with nothing known of enterprises 1 … `size`, for panels of the months `from` … `to`. */
export function timeline(profile: Profile, from: Month, to: Month, size: number): Timeline {
  const start = from - PANEL_WIDTH + 1;
  const known = nothingKnown(size, start, to);
  return {
    report: (news) => report(known, news, start, to),
    register: (news) => register(known, news),
    course: (first, events) => courseOf(known, profile, first, to, events),
    panel: (month, events, take) => panelOf(known, profile, month, events, take),
  };
}

/** No month at all: later than every month and earlier than none. */
const NEVER = 2_147_483_647;

function nothingKnown(size: number, start: Month, to: Month): Known {
  const column = (value: number) => new Int32Array(size + 1).fill(value);
  const codes = () => new Array<string | null>(size + 1).fill(null);
  const matrix = () => new MonthMatrix(size + 1, start, to - start + 1);
  return {
    ...{ firstMonth: column(NEVER), firstHeadcount: column(GAP), industry: codes(), region: codes() },
    ...{ closedMonth: column(GAP), successor: column(GAP), successorMonth: column(GAP) },
    ...{ headcount: matrix(), dispatch: matrix(), hidden: matrix() },
  };
}

function report(
  known: Known,
  { enterprise, month, headcount, dispatch, hidden }: ReportColumns,
  start: Month,
  to: Month,
) {
  for (let i = 0; i < enterprise.length; i++) {
    const id = enterprise[i]!;
    const of = month[i]!;
    if (of <= known.firstMonth[id]!) {
      known.firstMonth[id] = of;
      known.firstHeadcount[id] = headcount[i]!;
    }
    if (of < start || of > to) continue;
    known.headcount.put(id, of, headcount[i]!);
    known.dispatch.put(id, of, dispatch?.[i] ?? GAP);
    known.hidden.put(id, of, hidden?.[i] ?? GAP);
  }
}

function register(known: Known, news: RegisterNews): void {
  const id = news.enterprise;
  if (news.industry !== null) known.industry[id] = news.industry;
  if (news.region !== null) known.region[id] = news.region;
  if (news.closedMonth !== null) known.closedMonth[id] = news.closedMonth;
  if (news.successorMonth === null) return;
  known.successor[id] = news.successor ?? GAP;
  known.successorMonth[id] = news.successorMonth;
}

function panelOf(
  known: Known,
  profile: Profile,
  month: Month,
  events: readonly ReportedEvent[],
  take: Take | undefined,
): Panel {
  const { firstMonth } = known;
  const size = firstMonth.reduce((count, first) => (first <= month ? count + 1 : count), 0);
  const panel = fillPanel(profile, month, size, take);
  for (let id = 1; id < firstMonth.length; id++) if (firstMonth[id]! <= month) panel.add(rowAt(known, id, month));
  return panel.finish(events);
}

function rowAt(known: Known, enterprise: number, month: Month): PanelRow {
  const firstMonth = known.firstMonth[enterprise]!;
  const orNull = (value: number) => (value === GAP ? null : value);
  return {
    enterprise,
    firstMonth,
    firstHeadcount: known.firstHeadcount[enterprise]!,
    headcount: known.headcount.cut(enterprise, Math.max(firstMonth, month - PANEL_WIDTH + 1), month) ?? [],
    dispatch: known.dispatch.cut(enterprise, Math.max(firstMonth, month - 1), month),
    hidden: known.hidden.cut(enterprise, month, month),
    industry: known.industry[enterprise]!,
    region: known.region[enterprise]!,
    closedMonth: orNull(known.closedMonth[enterprise]!),
    successor: orNull(known.successor[enterprise]!),
    successorMonth: orNull(known.successorMonth[enterprise]!),
  };
}
