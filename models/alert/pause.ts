export const PAUSE_KINDS = ["enterprise", "industry", "region", "place"] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];

/** A stretch in which nobody is told about somebody, announced ahead: an overhaul, a season's end, a planned move. */
export interface Pause {
  readonly id: number;
  readonly subjectKind: PauseKind;
  /** Enterprise, industry or region code. */
  readonly subject: string;
  /** First and last day, "YYYY-MM-DD". */
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly actor: string;
}

export type PauseStanding = "current" | "coming" | "ended";

/** How a pause stands on a day; one that was ended before its time has ended. */
export function pauseStanding(
  { from, until }: Pick<Pause, "from" | "until">,
  endedEarly: boolean,
  day: string,
): PauseStanding {
  if (endedEarly || until < day) return "ended";
  return from <= day ? "current" : "coming";
}

/** Whom a message would be about. */
export interface Pausable {
  readonly enterprise: string | null;
  /** Industry codes from the section down to what the register says. */
  readonly industries: readonly string[];
  readonly region: string | null;
}

/** The pause that silences somebody on a day; null when none does. Of several the one that lasts longest. */
export function pauseOn(pauses: readonly Pause[], about: Pausable, day: string): Pause | null {
  const holding = pauses.filter((pause) => pause.from <= day && day <= pause.until && concerns(pause, about));
  return holding.reduce<Pause | null>(
    (last, pause) => (last === null || pause.until > last.until ? pause : last),
    null,
  );
}

function concerns({ subjectKind, subject }: Pause, { enterprise, industries, region }: Pausable): boolean {
  switch (subjectKind) {
    case "place":
      return true;
    case "enterprise":
      return enterprise === subject;
    case "industry":
      return industries.includes(subject);
    case "region":
      return region === subject;
  }
}
