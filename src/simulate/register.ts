import { firstDay } from "../../models/month.ts";
import type { RegisterRecord, SuccessorKind } from "../../models/record.ts";
import type { History } from "./history.ts";
import type { Place } from "./place.ts";
import { between, chance, integer, type Random } from "./random.ts";
import { dayOf, LAST_USUAL_DAY } from "./report.ts";
import type { Traits } from "./traits.ts";

/** How an enterprise continues in another one from month t on. */
export interface Succession {
  readonly t: number;
  readonly kind: SuccessorKind;
  readonly code: string;
}

const KEY_SIZE = 150;
const KEY_SHARE = 0.03;
const LATE_CLOSURES = 0.15;
const SPECIALISTS_A_TOWN = 3;

/** The register's entries for one enterprise, in order: its opening, and its end or continuation when it has one. */
export function registerRecords(
  place: Place,
  random: Random,
  traits: Traits,
  history: History,
  succession: Succession | null,
): RegisterRecord[] {
  const opening = openingRecord(place, random, traits);
  if (succession?.kind === "code-change") return renamed(place, random, opening, succession);
  if (succession !== null) return [opening, continued(place, random, opening, succession)];
  return history.endedAt === null ? [opening] : [opening, closed(place, random, opening, history.endedAt)];
}

function openingRecord(place: Place, random: Random, traits: Traits): RegisterRecord {
  const month = place.first + traits.opens;
  const key = traits.size >= KEY_SIZE || chance(random, KEY_SHARE);
  const specialist = `模拟专员${traits.town + 1}-${integer(random, 1, SPECIALISTS_A_TOWN)}`;
  const revenue = Math.round(traits.size * traits.trade.revenue * between(random, 0.5, 1.6));
  const opened = dayOf(month - integer(random, 12, 300), integer(random, 1, 28));
  return {
    code: traits.code,
    name: traits.name,
    industry: traits.industry,
    region: place.towns[traits.town]!.code,
    ownership: traits.ownership,
    revenue,
    assets: Math.round(revenue * between(random, 0.4, 1.8)),
    keyEnterprise: key,
    specialist: key ? specialist : null,
    successor: null,
    successorKind: null,
    validFrom: traits.opens === 0 ? opened : dayOf(month, integer(random, 1, 20)),
    validTo: null,
    publishedOn: traits.opens === 0 ? firstDay(month) : dayOf(month, integer(random, 21, 28)),
  };
}

/** A merged enterprise ends; one that gave people to a sister goes on. Both are known within the month. */
function continued(place: Place, random: Random, opening: RegisterRecord, succession: Succession): RegisterRecord {
  const month = place.first + succession.t;
  return {
    ...opening,
    successor: succession.code,
    successorKind: succession.kind,
    validTo: succession.kind === "merger" ? dayOf(month, integer(random, 1, 20)) : null,
    publishedOn: dayOf(month, integer(random, 21, 28)),
  };
}

function renamed(place: Place, random: Random, opening: RegisterRecord, succession: Succession): RegisterRecord[] {
  const month = place.first + succession.t;
  const publishedOn = dayOf(month, integer(random, 21, 28));
  return [
    opening,
    {
      ...opening,
      successor: succession.code,
      successorKind: succession.kind,
      validTo: dayOf(month, 1),
      publishedOn,
    },
    { ...opening, code: succession.code, validFrom: dayOf(month, 1), publishedOn },
  ];
}

/** Most closures are registered with the month's figures, some a month or two late; all by the end of the simulation. */
function closed(place: Place, random: Random, opening: RegisterRecord, t: number): RegisterRecord {
  const month = place.first + t;
  const late = t < place.months - 2 && chance(random, LATE_CLOSURES) ? integer(random, 1, 2) : 0;
  return {
    ...opening,
    validTo: dayOf(month, integer(random, 10, 28)),
    publishedOn: dayOf(month + 1 + late, integer(random, 1, LAST_USUAL_DAY)),
  };
}
