import type { Disagreement } from "../../../models/cross-foot.ts";
import { dayAfter, type Instant, instantOn } from "../../../models/instant.ts";
import type { Owed } from "../../../models/joint/owed.ts";
import type { Profile } from "../../../models/profile.ts";
import { deskName } from "../../../models/routing/desk-name.ts";
import { ADVICE_LIMITS } from "../../../reports/advice/limits.ts";
import type { DispatchCounts, DispatchFacts } from "../../../reports/dispatch/facts.ts";
import { type Check, checkIn } from "./cell.ts";
import { type Tally, tally } from "./tally.ts";

/** An open alert as stored, with the department that answers first and what its case owes. */
export interface OpenAlertRow {
  readonly code: string;
  readonly owner: string;
  readonly level: string;
  readonly opened: boolean;
  /** The day its desk could know of it. */
  readonly openedOn: string;
  /** What its case still owes, by day; null where no case is kept. */
  readonly owes: readonly string[] | null;
  readonly closed: boolean;
}

/** An enterprise that did not report, with the department that answers first and the persons of its last report. */
export interface SilentRow {
  readonly owner: string;
  readonly people: number;
}

export interface DispatchRows {
  readonly asOf: string;
  readonly profile: Profile;
  readonly open: readonly OpenAlertRow[];
  readonly silent: readonly SilentRow[];
  readonly owed: readonly Owed[];
}

/** Holds a dispatch list against the open alerts and what desks owe: by department, by level, by what is past its day. */
export async function dispatchAgain(
  { asOf, profile, open, silent, owed }: DispatchRows,
  told: Pick<DispatchFacts, "departments" | "total" | "levels" | "duties">,
): Promise<Disagreement[]> {
  const late = (row: OpenAlertRow) => isLate(row, asOf);
  const named = (row: OpenAlertRow) => [
    "open",
    `level/${row.level}`,
    ...marks({ opened: row.opened, late: late(row) }),
  ];
  const counted = await tally([
    ...open.flatMap((row) => named(row).map((under) => ({ scopes: ["", row.owner], under }))),
    ...silent.map(({ owner, people }) => ({ scopes: ["", owner], under: "silent", numbers: { people } })),
  ]);
  const codes = told.levels.map(({ code }) => code);
  const counts = (owner: string, name: string, printed: DispatchCounts) =>
    countsAgain(checkIn(name), counted, owner, codes, printed);
  const unlisted = [...new Set([...open, ...silent].map(({ owner }) => owner))].filter(
    (owner) => !told.departments.some(({ code }) => code === owner),
  );
  const items = told.departments.flatMap(({ code: owner, items: listed }) =>
    listed.map((item) => ({ ...item, owner })),
  );
  return [
    ...counts("", "dispatch", told.total),
    ...told.departments.flatMap(({ code, counts: printed, silent: theirs }) => [
      ...counts(code, `dispatch/${code}`, printed),
      ...checkIn(`dispatch/${code}`)("silent/enterprises", counted(code, "silent"), theirs.count),
      ...checkIn(`dispatch/${code}`)("silent/people", counted(code, "silent", "people"), theirs.people),
    ]),
    ...unlisted.flatMap((owner) => checkIn(`dispatch/${owner}`)("listed", 1, 0)),
    ...open.flatMap((row) => {
      const item = items.find(({ code, owner }) => code === row.code && owner === row.owner);
      const check = checkIn(`dispatch/${row.owner}/${row.code}`);
      return item ? check("late", Number(late(row)), Number(item.late)) : check("listed", 1, 0);
    }),
    ...(await dutiesAgain(owed, instantOn(dayAfter(asOf, 1)) - 1, profile, told.duties)),
  ];
}

const marks = (of: Readonly<Record<string, boolean>>): string[] => Object.keys(of).filter((name) => of[name]);

function countsAgain(
  check: Check,
  count: Tally,
  owner: string,
  levels: readonly string[],
  printed: DispatchCounts,
): Disagreement[] {
  return [
    ...(["open", "opened", "late", "silent"] as const).flatMap((what) =>
      check(what, count(owner, what), printed[what]),
    ),
    ...levels.flatMap((code, i) => check(`level/${code}`, count(owner, `level/${code}`), printed.levels[i] ?? 0)),
  ];
}

/** Past the day of the next thing owed, or without a case past the day of the first visit. */
function isLate({ owes, closed, openedOn }: OpenAlertRow, asOf: string): boolean {
  if (closed) return false;
  const next = owes === null ? dayAfter(openedOn, ADVICE_LIMITS.firstVisit.value) : owes.toSorted()[0];
  return next !== undefined && next < asOf;
}

/** What each desk did in time, late, not yet, or still may. */
async function dutiesAgain(
  owed: readonly Owed[],
  end: Instant,
  profile: Profile,
  { desks, overdue }: DispatchFacts["duties"],
): Promise<Disagreement[]> {
  const count = await tally(
    owed.map(({ desk, due, metAt }) => {
      const under = metAt === null ? (due < end ? "overdue" : "notDue") : metAt > due ? "late" : "inTime";
      return { scopes: ["", deskName(desk, profile).zh], under };
    }),
  );
  const cells = desks.flatMap(({ desk, share, ...printed }) => {
    const check = checkIn(`duties/${desk.zh}`);
    const of = (what: string) => count(desk.zh, what);
    const due = of("inTime") + of("late") + of("overdue");
    return [
      ...(["inTime", "late", "overdue", "notDue"] as const).flatMap((what) => check(what, of(what), printed[what])),
      ...check("share", due === 0 ? null : of("inTime") / due, share),
    ];
  });
  const unlisted = [...new Set(owed.map(({ desk }) => deskName(desk, profile).zh))]
    .filter((name) => !desks.some(({ desk }) => desk.zh === name))
    .flatMap((name) => checkIn(`duties/${name}`)("listed", 1, 0));
  return [...cells, ...unlisted, ...checkIn("duties")("overdue", count("", "overdue"), overdue.length)];
}
