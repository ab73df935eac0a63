/** What an enterprise's form of a month says; null is not filled in. Persons, and numbers of the profile's terms. */
export interface FilledForm {
  readonly headcount: number;
  readonly hired: number | null;
  readonly departed: number | null;
  readonly nextMonth: number | null;
  readonly reductionType: number | null;
  readonly reasons: readonly number[] | null;
}

/** The same beside last month's headcount. */
export interface Form extends Omit<FilledForm, "reasons"> {
  /** null when it did not report then. */
  readonly previous: number | null;
  /** In the order given. */
  readonly reasons: readonly number[];
}

/**
 * 新招 and 减员 over the enterprises that filled in both and reported both months. Only forms that meet the headcounts
 * (hired − departed = this month − last month) are added up; the others are counted, so that one slip spoils no sum.
 */
export interface Movements {
  readonly enterprises: number;
  readonly hired: number;
  readonly departed: number;
  /** Net change of the headcounts of the same enterprises. */
  readonly change: number;
  /** Forms that do not meet their headcounts, and by how many persons, added without sign. */
  readonly differing: number;
  readonly apart: number;
}

/** Enterprises that estimated a month: their persons in the one before it or in the month itself, and by their estimate. */
export interface Estimates {
  readonly enterprises: number;
  readonly persons: number;
  readonly estimate: number;
}

/** Persons lost since last month at enterprises that named a term. */
export interface Reduction {
  readonly term: number;
  readonly enterprises: number;
  readonly people: number;
}

export interface FormFacts {
  /** null when no enterprise filled in both and reported both months. */
  readonly movements: Movements | null;
  /** null when no enterprise estimated next month. */
  readonly nextMonth: Estimates | null;
  readonly reductions: {
    /** By the type, and by the first reason; largest first. Enterprises that fell without saying are left out. */
    readonly types: readonly Reduction[];
    readonly reasons: readonly Reduction[];
    /** By a reason named second or third: an enterprise's loss counts at each of them. */
    readonly further: readonly Reduction[];
  };
}

/** Forms added up one by one, so that nobody has to hold them all. */
export interface FormSums {
  /** Each enterprise's form once. */
  add(form: Form): void;
  facts(): FormFacts;
}

export function formSums(): FormSums {
  const movements = { enterprises: 0, hired: 0, departed: 0, change: 0, differing: 0, apart: 0 };
  const nextMonth = { enterprises: 0, persons: 0, estimate: 0 };
  const types = termSums();
  const reasons = termSums();
  const further = termSums();
  return {
    add(form) {
      addMovements(movements, form);
      if (form.nextMonth !== null) addEstimate(nextMonth, form.headcount, form.nextMonth);
      const lost = form.previous === null ? 0 : form.previous - form.headcount;
      if (lost <= 0) return;
      if (form.reductionType !== null) types.add(form.reductionType, lost);
      if (form.reasons.length > 0) reasons.add(form.reasons[0]!, lost);
      for (const term of new Set(form.reasons.slice(1))) further.add(term, lost);
    },
    facts: () => ({
      movements: movements.enterprises + movements.differing === 0 ? null : { ...movements },
      nextMonth: nextMonth.enterprises === 0 ? null : { ...nextMonth },
      reductions: { types: types.largest(), reasons: reasons.largest(), further: further.largest() },
    }),
  };
}

type Sums<T> = { -readonly [Key in keyof T]: T[Key] };

function addMovements(sums: Sums<Movements>, { hired, departed, previous, headcount }: Form): void {
  if (hired === null || departed === null || previous === null) return;
  const change = headcount - previous;
  const apart = Math.abs(change - (hired - departed));
  if (apart > 0) {
    sums.differing++;
    sums.apart += apart;
    return;
  }
  sums.enterprises++;
  sums.hired += hired;
  sums.departed += departed;
  sums.change += change;
}

/** Also for a month's estimates beside what came of them. */
export function addEstimate(sums: Sums<Estimates>, persons: number, estimate: number): void {
  sums.enterprises++;
  sums.persons += persons;
  sums.estimate += estimate;
}

function termSums() {
  const sums = new Map<number, Sums<Reduction>>();
  return {
    add(term: number, people: number) {
      const sum = sums.get(term) ?? { term, enterprises: 0, people: 0 };
      sum.enterprises++;
      sum.people += people;
      sums.set(term, sum);
    },
    largest: (): Reduction[] => [...sums.values()].sort((a, b) => b.people - a.people || a.term - b.term),
  };
}
