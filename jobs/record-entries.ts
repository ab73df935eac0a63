import { resolveIndustry } from "../models/industry.ts";
import { monthOfDate } from "../models/month.ts";
import type { Profile } from "../models/profile.ts";
import type { ApplicationRecord, EventRecord, FactRecord, IndustryRecord, RegisterRecord } from "../models/record.ts";
import { isWholePlace, resolveRegion } from "../models/region.ts";
import { isSimulatedName } from "../models/simulated.ts";
import { dated, type Shelf } from "./shelf.ts";

/** Records made ready for their tables: enterprises by id, codes resolved against the profile, each with the date it became known. */
export const registerEntries = (shelf: Shelf, records: readonly RegisterRecord[]) =>
  records.map((record) => {
    const { profile } = shelf.order;
    if (isSimulatedName(record.name)) shelf.stored.simulated = true;
    return {
      enterprise: shelf.ids.idOf(record.code),
      publishedOn: dated(shelf, record),
      record,
      industry: record.industry === null ? null : resolveIndustry(profile, record.industry),
      region: record.region === null ? null : resolveRegion(profile, record.region),
    };
  });

export const industryEntries = (shelf: Shelf, records: readonly IndustryRecord[]) =>
  records.map((record) => ({
    industry: industryKey(shelf.order.profile, record.industry),
    region: record.region === null ? null : regionKey(shelf.order.profile, record.region),
    publishedOn: dated(shelf, record, record.month),
    record,
  }));

const industryKey = (profile: Profile, raw: string): string => resolveIndustry(profile, raw) ?? raw;

/** The place itself is written as no region: its total is the whole place's. */
const regionKey = (profile: Profile, raw: string): string | null =>
  isWholePlace(profile, raw) ? null : (resolveRegion(profile, raw) ?? raw);

export const eventEntries = (shelf: Shelf, records: readonly EventRecord[]) =>
  records.map((record) => ({
    enterprise: shelf.ids.idOf(record.code),
    publishedOn: dated(shelf, record, monthOfDate(record.occurredOn)),
    record,
  }));

/** Facts and applications belong to no month that is run: they are asked for by their own dates. */
export const factEntries = (shelf: Shelf, records: readonly FactRecord[]) =>
  records.map((record) => ({
    enterprise: record.code === null ? null : shelf.ids.idOf(record.code),
    publishedOn: dated(shelf, record),
    record,
  }));

export const applicationEntries = (shelf: Shelf, records: readonly ApplicationRecord[]) =>
  records.map((record) => ({
    enterprise: shelf.ids.idOf(record.code),
    publishedOn: dated(shelf, record),
    record,
  }));
