import { lastDay } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import type { Profile } from "../../models/profile.ts";
import { type Text, text } from "../../models/text.ts";
import { policyDocument } from "../../reports/policy/document.ts";
import { isSimulated } from "../../src/db/batch.ts";
import { factsOf, type KnownEnterprise, type PolicyDay } from "../../src/db/collect-facts.ts";
import type { Db } from "../../src/db/db.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { dateInShanghai } from "../clock.ts";
import { countySection } from "../policy/county-section.ts";
import { enterpriseSection } from "../policy/enterprise-section.ts";
import type { Section } from "../policy/section.ts";
import { surveyCounty } from "../policy/survey.ts";
import { suspiciousClaims } from "../policy/suspicious.ts";
import { suspiciousSection } from "../policy/suspicious-section.ts";
import { unclaimedSection } from "../policy/unclaimed-section.ts";
import { checkTarget, writeTables } from "../policy/write-tables.ts";
import { openSession } from "../session.ts";
import type { CommandSpec, Options } from "./command.ts";
import { monthOption, optional, required } from "./values.ts";

export const policies: CommandSpec = {
  usage: "policies",
  summary: text(
    "扶持政策：某月企业符合哪些、金额、余量、期限；未申领的企业；待核实的申领",
    "support policies in a month: who is eligible, amounts, head-room, validity; who has not applied; claims to verify",
  ),
  options: [
    ["--month <YYYY-MM>", text("月份（按月末日期判断）", "the month; its last day decides")],
    ["--enterprise <code>", text("只看一户企业，逐项列出理由", "one enterprise only, with every reason")],
    ["--unclaimed", text("政策找人：符合条件而未申领的企业", "who is eligible and has not applied")],
    ["--suspicious", text("申领人数与参保人数比对，列出待核实的", "claims for hires that headcounts do not bear out")],
    ["--out <file>", text("写成文件（.csv 或 .xlsx）", "write to a file (.csv or .xlsx)")],
  ],
  examples: [
    "wengang policies --month 2025-12",
    "wengang policies --month 2025-12 --enterprise 91500237MA60000084",
    "wengang policies --month 2025-12 --unclaimed --out unclaimed.xlsx",
    "wengang policies --month 2025-12 --unclaimed --suspicious --out lists.xlsx",
  ],
  run: async (_args, options, { where, clock, language }) => {
    const date = lastDay(monthOption(required(options, "month", "--month"), "--month"));
    const out = optional(options, "out");
    const asked = askedFor(options);
    if (out !== undefined) checkTarget(out, asked.length);
    const { db, profile } = await openSession(where, false);
    try {
      const day = await dayOf(db, profile, date, dateInShanghai(clock()));
      const simulated = await isSimulated(db, day.vintage);
      const only = await enterpriseOf(db, day, optional(options, "enterprise"));
      const sections: Section[] = [];
      for (const name of asked) sections.push(await SECTIONS[name]({ db, day, only, simulated }));
      if (out !== undefined) {
        const sources = { title: profile.title, date, knownOn: day.vintage.publishedOn, simulated };
        const tables = sections.map((section) => section.table(language));
        await writeTables(out, policyDocument(sources, tables, language), new Date(clock()).toISOString());
      }
      return {
        lines: [
          ...(simulated ? [text("【模拟数据】", "[simulated data]")] : []),
          ...sections.flatMap(({ lines }) => lines),
          ...(out === undefined ? [] : [text(`已写出 ${out}。`, `Wrote ${out}.`)]),
        ],
        json: { date, simulated, ...Object.assign({}, ...sections.map(({ json }) => json)), ...(out ? { out } : {}) },
      };
    } finally {
      await db.close();
    }
  },
};

type SectionName = "county" | "enterprise" | "unclaimed" | "suspicious";

/** What one run of the command goes by. */
interface Asked {
  readonly db: Db;
  readonly day: PolicyDay;
  /** null: all enterprises. */
  readonly only: KnownEnterprise | null;
  readonly simulated: boolean;
}

/** The lists that were asked for; an enterprise's reasons before them, and the whole county where nothing is asked for. */
function askedFor({ enterprise, unclaimed, suspicious }: Options): SectionName[] {
  const lists: SectionName[] = [
    ...(unclaimed ? ["unclaimed" as const] : []),
    ...(suspicious ? ["suspicious" as const] : []),
  ];
  if (enterprise !== undefined) return ["enterprise", ...lists];
  return lists.length > 0 ? lists : ["county"];
}

const SECTIONS: Readonly<Record<SectionName, (asked: Asked) => Promise<Section>>> = {
  county: async ({ db, day, simulated }) => countySection(day, await surveyCounty(db, day), simulated),
  enterprise: async ({ day, only, simulated }) => enterpriseSection(day, only!, simulated),
  unclaimed: async ({ db, day, only, simulated }) => {
    const survey = await surveyCounty(db, day, only ? [only.enterprise] : undefined);
    return unclaimedSection(survey.unclaimed, simulated);
  },
  suspicious: async ({ db, day, only, simulated }) =>
    suspiciousSection(await suspiciousClaims(db, day, only?.enterprise), simulated),
};

async function dayOf(db: Db, profile: Profile, date: string, today: string): Promise<PolicyDay> {
  const vintage = await vintageAsOf(db, today);
  if (!vintage)
    throw noData(
      "data-none",
      text(`${profile.title.zh}还没有导入任何数据。`, `${profile.title.en} has no data yet.`),
      text("请先执行 wengang import。", "Run wengang import first."),
    );
  if (profile.policies.length === 0)
    throw noData(
      "policies-none",
      text(`${profile.title.zh}没有配置扶持政策。`, `${profile.title.en} has no support policies.`),
      text("请先在地区配置中加入政策。", "Add them to the profile first."),
    );
  return { profile, date, vintage };
}

async function enterpriseOf(db: Db, day: PolicyDay, code: string | undefined): Promise<KnownEnterprise | null> {
  if (code === undefined) return null;
  const known = await factsOf(db, day, code);
  if (known) return known;
  throw noData(
    "enterprise-unknown",
    text(`名录和用工数据中没有代码为 ${code} 的企业。`, `No enterprise ${code} is in the register or the headcounts.`),
    text("请核对统一社会信用代码。", "Check the code."),
  );
}

const noData = (code: string, reason: Text, next: Text): Problem => new Problem("no-data", code, reason, next);
