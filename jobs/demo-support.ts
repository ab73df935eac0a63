import { lastDay } from "../models/month.ts";
import { yearOfDate } from "../models/policy/occasion.ts";
import { type Text, text } from "../models/text.ts";
import type { PolicyDay } from "../src/db/collect-facts.ts";
import type { Db } from "../src/db/db.ts";
import { vintageAsOf } from "../src/db/vintage.ts";
import type { SimulatedCounty } from "../src/simulate/county.ts";
import { surveyCounty } from "./policy/survey.ts";
import { suspiciousClaims } from "./policy/suspicious.ts";

/** What support the county's enterprises could have, and how many of the false claims planted this year were found. */
export async function describeSupport(db: Db, county: SimulatedCounty): Promise<Text[]> {
  const vintage = await vintageAsOf(db, county.asOf);
  if (!vintage || county.profile.policies.length === 0) return [];
  const day: PolicyDay = { profile: county.profile, date: lastDay(county.last), vintage };
  const { counts, unclaimed } = await surveyCounty(db, day);
  const inUse = counts.filter(({ outcomes }) => outcomes.eligible > 0).length;
  const found = await suspiciousClaims(db, day);
  const year = String(yearOfDate(day.date));
  const planted = [...county.enterprises()]
    .flatMap(({ support }) => support.falseClaims)
    .filter(({ appliedOn }) => appliedOn.startsWith(year));
  const caught = planted.filter(({ code, appliedOn }) =>
    found.some((claim) => claim.code === code && claim.finding.application.appliedOn === appliedOn),
  ).length;
  return [
    text(
      `扶持政策 ${day.date}：${inUse} 项有企业符合，符合而未申领 ${unclaimed.length} 项；申领待核实 ${found.length} 件，其中植入的虚报 ${planted.length} 件查出 ${caught} 件。`,
      `Support on ${day.date}: ${inUse} policies with eligible enterprises, ${unclaimed.length} eligible and not applied for; ${found.length} claims to verify, ${caught} of the ${planted.length} planted false ones among them.`,
    ),
  ];
}
