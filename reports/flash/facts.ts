import { formatMonth, monthOfDate } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import type { ReportScope } from "../../models/report-scope.ts";
import { type Text, text } from "../../models/text.ts";
import { type AlertFact, type LevelFact, levelCounts, openAlerts } from "../alert-facts.ts";
import { letterOf } from "../letter.ts";
import type { ReportFacts } from "../report-facts.ts";
import { rulesOnlyFacts } from "../rules-only.ts";
import { same } from "../wording/say.ts";
import type { FlashEnterprise, FlashEvent, FlashInput, NamedEvent } from "./input.ts";
import { findingOf, linesOf, nameFound, type StatutoryLines } from "./statutory.ts";

/** One event of one enterprise, at once and for those in charge. */
export interface FlashFacts extends ReportFacts {
  readonly kind: "flash";
  readonly event: NamedEvent;
  readonly others: readonly NamedEvent[];
  readonly enterprise: FlashEnterprise;
  readonly place: {
    readonly industry: Text | null;
    readonly region: Text | null;
    readonly departments: readonly Text[];
  };
  /** The months of the history, oldest first. */
  readonly months: readonly string[];
  /** The last headcount reported before the event's month, else the first since, and its month; null when it never reported. */
  readonly staff: { readonly month: string; readonly persons: number } | null;
  /** People concerned over that headcount; null when one of them is not known or the headcount is 0. */
  readonly share: number | null;
  /** Null when the people concerned are not known. */
  readonly statutory: StatutoryLines | null;
  /** The name that it came under, where the people concerned gainsay it. */
  readonly reportedAs?: Text;
  readonly levels: readonly LevelFact[];
  readonly alert: AlertFact | null;
  readonly remedy: Text | null;
}

export function flashFacts(input: FlashInput): FlashFacts {
  const { profile, event, enterprise, month } = input;
  const scope: ReportScope = { dimension: "place", code: profile.place };
  const { history } = enterprise;
  const monthAt = (at: number) => formatMonth(month - (history.length - 1 - at));
  const at = staffAt(history, history.length - 1 - (month - monthOfDate(event.occurredOn)));
  const staff = at < 0 ? null : { month: monthAt(at), persons: history[at]! };
  const share = event.people === null || staff === null || staff.persons === 0 ? null : event.people / staff.persons;
  const open = input.alert === null ? [] : openAlerts([input.alert], profile.levels);
  const statutory = linesOf(event.people, share);
  const kind = profile.eventKinds.find(({ code }) => code === event.kind);
  const finding = findingOf(statutory);
  const name = kind ? nameFound(kind, finding) : same(event.kind);
  const gainsaid = kind?.line !== undefined && kind.line.claims === "below" && finding === "reached";
  return {
    ...{ kind: "flash", about: `event:${input.id}`, month: formatMonth(month), asOf: input.asOf },
    ...{ vintage: input.vintage, model: input.model, simulated: input.simulated, enterprise, staff, share },
    rulesOnly: rulesOnlyFacts(input.rulesOnly),
    title: titleOf(enterprise, name),
    letter: letterOf(profile, "flash", scope),
    event: { ...event, name },
    others: input.others.map(nameEvent(profile)),
    place: placeOf(profile, enterprise),
    months: history.map((_, at) => monthAt(at)),
    statutory,
    ...(gainsaid ? { reportedAs: kind.name } : {}),
    levels: levelCounts(profile.levels, open),
    alert: open[0] ?? null,
    remedy: kind?.remedy ?? null,
  };
}

/** Where the staff stands that an event is held against: at the end of its own month those concerned may be gone. -1: nowhere. */
function staffAt(history: FlashEnterprise["history"], eventAt: number): number {
  const before = history.findLastIndex((persons, at) => persons !== null && at < eventAt);
  return before >= 0 ? before : history.findIndex((persons) => persons !== null);
}

const nameEvent =
  (profile: Profile) =>
  (event: FlashEvent): NamedEvent => ({
    ...event,
    name: profile.eventKinds.find(({ code }) => code === event.kind)?.name ?? same(event.kind),
  });

const titleOf = ({ name }: FlashEnterprise, event: Text): Text =>
  text(`关于${name}${event.zh}情况的专报`, `${name}: ${event.en}`);

function placeOf(profile: Profile, { industry, region, departments }: FlashEnterprise): FlashFacts["place"] {
  const named = (of: readonly { readonly code: string; readonly name: Text }[], code: string | null) =>
    code === null ? null : (of.find((one) => one.code === code)?.name ?? same(code));
  return {
    industry: named(profile.industries, industry),
    region: named(profile.regions, region),
    departments: departments.map((code) => named(profile.departments, code)!),
  };
}
