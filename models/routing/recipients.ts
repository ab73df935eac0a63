import { isWorkingDay } from "./working-days.ts";

/** A person or a group robot behind a desk, reached by one channel. The address is not among what models see. */
export interface Recipient {
  readonly id: number;
  readonly desk: string;
  readonly name: string;
  readonly channel: string;
  readonly language: "zh" | "en";
  /** First and last day; null is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Somebody is away; the deputy is a recipient of any desk, null when there is none. */
export interface Absence {
  readonly recipient: number;
  readonly from: string;
  readonly until: string;
  readonly deputy: number | null;
}

/** Who is on duty for a desk on days that are not worked. */
export interface Duty {
  readonly desk: string;
  readonly recipient: number;
  readonly from: string;
  readonly until: string;
}

export interface Roster {
  readonly recipients: readonly Recipient[];
  readonly absences: readonly Absence[];
  readonly duties: readonly Duty[];
}

/** Whom to send to, and why it is them: kept with the sending. */
export interface Chosen {
  readonly recipient: Recipient;
  readonly why: "member" | "on-duty" | "deputy";
}

/**
 * Who of a desk hears of something on a day: its people, those who are away replaced by their deputies; what cannot wait for
 * a working day goes to those on duty where somebody is. Empty: nobody is behind the desk that day.
 */
export function recipientsOf(roster: Roster, desk: string, day: string, atOnce: boolean): readonly Chosen[] {
  const members = roster.recipients.filter((one) => one.desk === desk && holds(one.validFrom, one.validTo, day));
  const onDuty = roster.duties.filter(
    (duty) => duty.desk === desk && holds(duty.from, duty.until, day) && !hasLeft(roster, duty),
  );
  const duty = atOnce && !isWorkingDay(day) && onDuty.length > 0;
  const called: Chosen[] = duty
    ? onDuty.flatMap(({ recipient }) =>
        byId(roster, recipient, day).map((one) => ({ recipient: one, why: "on-duty" as const })),
      )
    : members.map((recipient) => ({ recipient, why: "member" as const }));
  const chosen = called.flatMap((one) => present(roster, one, day, new Set()));
  return chosen.filter((one, i) => chosen.findIndex(({ recipient }) => recipient.id === one.recipient.id) === i);
}

/** Whoever was put behind another desk since is on duty for none of the old one's. */
const hasLeft = ({ recipients }: Roster, { recipient, desk }: Duty): boolean =>
  recipients.some((one) => one.id === recipient && one.desk !== desk);

/** The one called, or whoever stands in, and for them in turn; nobody when all are away. */
function present(roster: Roster, called: Chosen, day: string, asked: Set<number>): readonly Chosen[] {
  const { id } = called.recipient;
  const absence = roster.absences.find((one) => one.recipient === id && holds(one.from, one.until, day));
  if (!absence) return [called];
  asked.add(id);
  if (absence.deputy === null || asked.has(absence.deputy)) return [];
  return byId(roster, absence.deputy, day).flatMap((recipient) =>
    present(roster, { recipient, why: "deputy" }, day, asked),
  );
}

const byId = ({ recipients }: Roster, id: number, day: string): readonly Recipient[] =>
  recipients.filter((one) => one.id === id && holds(one.validFrom, one.validTo, day));

const holds = (from: string | null, to: string | null, day: string): boolean =>
  (from === null || from <= day) && (to === null || day <= to);
