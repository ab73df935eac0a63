import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carriersOf } from "../../jobs/deliver/carriers.ts";
import { deliverDue } from "../../jobs/deliver/deliver.ts";
import { correctReport } from "../../jobs/reports/correct.ts";
import { filesOf } from "../../jobs/reports/formats.ts";
import { type Draft, issueReport, reviewReport } from "../../jobs/reports/issue.ts";
import { issuedDocument } from "../../jobs/reports/issued-document.ts";
import { keptFacts } from "../../jobs/reports/kept-facts.ts";
import { makeAgain } from "../../jobs/reports/make-again.ts";
import { parseMonth } from "../../models/month.ts";
import type { DueKind, ReportKind } from "../../models/report-kind.ts";
import { anyDocument } from "../../reports/any-document.ts";
import type { CorrectionFacts } from "../../reports/correction/facts.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import type { Db } from "../../src/db/db.ts";
import { frozenFacts, type IssuedReport, issuedReports } from "../../src/db/issued-report.ts";
import { keepRecipient } from "../../src/db/recipient.ts";
import { keepSubscription, reportDeliveries } from "../../src/db/report-subscription.ts";
import { email } from "../../src/notify/email/email.ts";
import { parseKeys } from "../../src/secrets/keys.ts";
import { seal } from "../../src/secrets/seal.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { testDatabases } from "../databases.ts";
import { tools } from "../src/notify/given.ts";
import { headerText, mailReceiver, partsOf } from "../src/notify/mail-server.ts";

const AT = "2026-01-12T01:00:00.000Z";
const by = { actor: "王主任", at: AT };
const reviewer = { actor: "李科长", at: AT };
const keys = parseKeys(Buffer.alloc(32, 7).toString("base64"), "test");

/** The error's code, or what came of it. */
const code = (work: () => Promise<unknown>): Promise<unknown> =>
  work().catch((error: { code?: string }) => error.code ?? error);

describe.each(testDatabases())("reports that are issued on $name", ({ open }) => {
  let db: Db;
  const month = parseMonth("2025-09");
  beforeAll(async () => {
    db = await open();
    await fillCounty(db, 120, 26);
    await runOn(db, month);
  }, 120_000);
  afterAll(() => db.close());

  const draft = (kind: DueKind = "monthly", department?: string): Promise<Draft> =>
    keptFacts(db, wushan, {
      ...{ kind, month },
      scope: department ? { dimension: "department", code: department } : { dimension: "place", code: wushan.place },
    });
  const review = async (kind: DueKind) => reviewReport(db, wushan, await draft(kind), reviewer);
  const issue = async (kind: DueKind, on: string, department?: string) =>
    issueReport(db, wushan, await draft(kind, department), on, by);
  const correct = async (on: string) => correctReport(db, wushan, await draft(), on, by);
  const subscribe = async (kind: ReportKind, formats: readonly string[]) => {
    const recipient = await keepRecipient(db, {
      ...{ desk: "department:hrss", name: "局长", channel: "mail", hint: "…", fingerprint: kind, language: "zh" },
      ...{ address: seal("director@wushan.example", keys, (n) => Buffer.alloc(n, 1)) },
      ...{ validFrom: null, validTo: null, actor: "test", at: AT },
    });
    return keepSubscription(db, { recipient, kind, scope: "", formats }, by);
  };

  it("go from review to number, mail and correction, each once and frozen as they went out", async () => {
    await subscribe("monthly", ["docx", "pdf", "xlsx"]);
    expect(await code(() => issue("monthly", "2026-01-12"))).toBe("not-reviewed");
    expect(await code(() => issue("monthly", "2026-01-12", "miit"))).toBe("issuer-unknown");
    await review("monthly");
    const own = async () => issueReport(db, wushan, await draft(), "2026-01-12", reviewer);
    expect(await code(own)).toBe("report-own-review");
    const { report } = await issue("monthly", "2026-01-12");
    expect(report).toMatchObject({ state: "issued", year: 2026, number: 1, reviewedBy: "李科长" });
    expect(await code(() => issue("monthly", "2026-01-13"))).toBe("already-issued");
    expect(await code(() => review("monthly"))).toBe("already-issued");
    await review("quarterly");
    expect((await issue("quarterly", "2025-12-31")).report).toMatchObject({ year: 2025, number: 1 });

    await canBeMadeAgain(report);
    await arrivesOnce(report);

    await review("dispatch");
    expect(await correct("2026-02-02")).toBeNull();
    await runOn(db, month, { asOf: "2026-01-31" }); // late and revised reports have come
    expect(await code(() => issue("dispatch", "2026-02-02"))).toBe("changed-since-review");
    await isCorrected(report);
  }, 120_000);

  async function canBeMadeAgain(report: IssuedReport) {
    const facts = (await frozenFacts<AnyFacts>(db, report.id))!;
    const document = issuedDocument(wushan, report, facts, "zh");
    expect(document.head).toMatchObject({ number: "巫山就业办发〔2026〕1号", date: "2026年1月12日" });
    expect(document.marks).not.toContain("【草稿】");
    const all = await makeAgain(db, wushan, (await draft()).run!);
    const anew = all.find(({ kind, about }) => kind === "monthly" && about === "")!;
    const again = issuedDocument(wushan, report, JSON.parse(JSON.stringify(anew)), "zh");
    for (const format of ["docx", "pdf", "xlsx", "html", "csv", "json"] as const) {
      const was = await filesOf(document, format, wushan, facts.asOf);
      const is = await filesOf(again, format, wushan, anew.asOf);
      expect(is.map(({ name }) => name)).toEqual(was.map(({ name }) => name));
      for (const [i, { bytes, name }] of was.entries()) expect(Buffer.compare(bytes, is[i]!.bytes), name).toBe(0);
    }
  }

  async function arrivesOnce(report: IssuedReport) {
    const server = await mailReceiver();
    const from = { name: "稳岗预警", address: "notice@wengang.example" };
    const to = { host: "127.0.0.1", port: server.port, tls: "none", login: null, from } as const;
    const channels = new Map([
      ["mail", { name: "mail", channel: email(to, tools({ patience: 20_000 })), address: null }],
    ]);
    const carriers = carriersOf(channels, { db, profile: wushan, keys, simulated: true, url: null });
    const signal = new AbortController().signal;
    const order = { profile: wushan, carriers, holder: "test", clock: () => Date.parse(AT), chance: () => 0, signal };
    expect(await deliverDue(db, order)).toMatchObject({ delivered: 1, temporary: 0, permanent: 0 });
    expect(await deliverDue(db, order)).toMatchObject({ delivered: 0 });
    expect(server.received).toHaveLength(1);
    const { headers, parts } = partsOf(server.received[0]!.raw);
    expect(headerText(headers.subject!)).toBe("【模拟数据】巫山县重点企业用工监测分析报告（2025年9月）");
    const [, ...files] = parts;
    expect(files.map(({ bytes }) => bytes.subarray(0, 2).toString("latin1"))).toEqual(["PK", "%P", "PK"]);
    expect((await reportDeliveries(db)).get(report.id)).toEqual({ delivered: 1 });
  }

  async function isCorrected(original: IssuedReport) {
    await subscribe("correction", ["docx"]);
    const corrected = (await correct("2026-02-02"))!;
    expect(corrected.report).toMatchObject({ year: 2026, number: 2, scope: `report:${original.id}`, state: "issued" });
    expect(corrected.messages).toBe(1);
    const facts = (await frozenFacts<CorrectionFacts>(db, corrected.report.id))!;
    expect(facts.changes.length).toBeGreaterThan(0);
    for (const { before, after } of facts.changes) expect(after.zh).not.toBe(before.zh);
    const { title, blocks } = anyDocument(facts, "zh", null);
    expect(title).toBe("关于更正《巫山县重点企业用工监测分析报告（2025年9月）》有关数据的通知");
    expect(JSON.stringify(blocks)).toContain("巫山就业办发〔2026〕1号");
    expect(await correct("2026-02-03")).toBeNull(); // what was corrected is what was last said
    expect(await issuedReports(db)).toHaveLength(4);
  }
});
