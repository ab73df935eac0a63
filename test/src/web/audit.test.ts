import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Text } from "../../../models/text.ts";
import { appendAudit, auditFound, lastAudit, verifyAudit } from "../../../src/db/audit/audit.ts";
import type { AuditEntry } from "../../../src/db/audit/chain.ts";
import type { Db } from "../../../src/db/db.ts";
import { detailWords } from "../../../src/web/audit/detail-words.ts";
import { exportLog } from "../../../src/web/audit/export-log.ts";
import { actorWords, subjectWords } from "../../../src/web/audit/subject-words.ts";
import { wushan } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { emptyPlace } from "../../takes.ts";
import { type Client, person, type Service, serve, signedIn, withToken } from "./service.ts";

const MIIT = wushan.departments.find(({ code }) => code === "miit")!.name;

describe("an entry of the audit log in words", () => {
  it.each([
    [{ way: "password", address: "10.0.0.1" }, "方式：密码；地址：10.0.0.1", "way: password; address: 10.0.0.1"],
    [
      { roles: ["office", "analyst"], departments: ["miit"], regions: [], specialist: null, reason: "" },
      `角色：领导小组办公室、分析员；部门：${MIIT.zh}`,
      `roles: Leading-group office, Analyst; departments: ${MIIT.en}`,
    ],
    [
      { kind: "code", outcome: "refused" },
      "类别：验证码；结果：已锁定，未予验证",
      "kind: code; outcome: locked, not heard",
    ],
    [
      { outcome: "no-layoff", intervened: true },
      "结果：未发生裁员；介入有效：是",
      "outcome: no layoff; it helped: yes",
    ],
    [
      { before: { roles: ["office"] }, headcount: 0 },
      "原为：（角色：领导小组办公室）；改为人数：0",
      "before: (roles: Leading-group office); persons now: 0",
    ],
    [{ unheard: "of" }, "unheard：of", "unheard: of"],
    [{}, "", ""],
  ] as const)("%o", (detail, zh, en) => {
    const words = detailWords(detail, wushan);
    expect(words).toEqual({ zh, en });
  });

  it("names whom and what it concerns", () => {
    expect(subjectWords("person:zhangsan", wushan).zh).toBe("账号 zhangsan");
    expect(subjectWords("report:2025-12/monthly/place", wushan).en).toBe("report 2025-12/monthly/place");
    expect(subjectWords("months", wushan).zh).toBe("月度任务");
    expect(subjectWords("department:miit", wushan).zh).toBe("县经济信息委");
    expect(actorWords("command line:root").zh).toBe("命令行（root）");
    expect(actorWords("nobody").en).toBe("somebody not signed in");
    expect(actorWords("zhangsan").zh).toBe("zhangsan");
  });
});

interface View {
  readonly total: number;
  readonly next: string | null;
  readonly entries: readonly { readonly position: number; readonly action: string; readonly actor: string }[];
}

describe.each(oneDatabase())("the auditor's page on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let auditor: Client;
  beforeEach(async () => {
    db = await emptyPlace(await open());
    service = await serve(db);
    auditor = await signedIn(service, await person(service, "auditor"));
  });
  afterEach(async () => {
    await service?.close();
    await db?.close();
  });

  const entry = (at: string, actor: string, action: AuditEntry["action"] = "export"): AuditEntry => ({
    ...{ at: Date.parse(at), actor, action, subject: "scores" },
    detail: { from: "2025-01" },
  });
  const look = async (query: string) => JSON.parse((await auditor.get(`/api/audit?${query}`)).text) as View;
  const found = async (query: string) => (await look(query)).entries.map(({ position }) => position);
  const lastOf = async (action: string) =>
    (await auditFound(db, { action }, { before: null, size: 1 })).map(({ actor, detail }) => [actor, detail])[0];

  it("finds rows by who, what and the days in China, both included", async () => {
    await appendAudit(db, entry("2026-01-09T15:59:59Z", "ZhangSan")); // 23:59:59 of the 9th
    await appendAudit(db, entry("2026-01-09T16:00:00Z", "lisi", "import")); // the 10th begins
    await appendAudit(db, entry("2026-01-10T15:59:59Z", "zhangsan", "run"));
    await appendAudit(db, entry("2026-01-10T16:00:00Z", "wangwu"));
    expect(await found("")).toEqual([4, 3, 2, 1]);
    expect(await found("who=zhangsan&action=&from=&to=")).toEqual([3, 1]);
    expect(await found("action=import")).toEqual([2]);
    expect(await found("from=2026-01-10&to=2026-01-10")).toEqual([3, 2]);
    expect(await found("from=2026-01-11")).toEqual([4]);
    expect(await found("to=2026-01-09")).toEqual([1]);
    expect((await auditor.get("/api/audit?action=nothing-like-it")).status).toBe(400);
    const page = (await auditor.get("/audit?who=lisi")).text;
    expect([page.includes("命令行导入"), page.includes("自：2025-01"), page.includes("&quot;from&quot;")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("turns its pages through every row once, also when others are written meanwhile", async () => {
    for (let i = 0; i < 120; i++) await appendAudit(db, entry("2026-01-09T00:00:00Z", `p${i}`));
    const seen: number[] = [];
    let next: string | null = "";
    while (next !== null) {
      const view: View = await look(next === "" ? "" : `after=${next}`);
      seen.push(...view.entries.map(({ position }) => position));
      ({ next } = view);
      await appendAudit(db, entry("2026-01-09T00:00:00Z", "meanwhile"));
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i));
  });

  it("follows the chain from its start or from a place noted down, and that somebody did is in the log", async () => {
    for (let i = 0; i < 5; i++) await appendAudit(db, entry("2026-01-09T00:00:00Z", `p${i}`));
    const page = (await auditor.post("/audit/check")).text;
    expect(page).toContain("已核对5条，哈希链完整");
    const { end } = await verifyAudit(db);
    expect(await lastOf("audit-checked")).toEqual([expect.stringContaining("auditor"), '{"faults":0,"rows":5}']);
    const since = `${end.position}:${end.hash}`;
    const checked = JSON.parse((await auditor.post("/api/audit/check", { since })).text) as object;
    expect(checked).toMatchObject({ rows: 0, whole: true, first: null, anchor: since });
    expect((await auditor.post("/audit/check", { since: "5:none" })).status).toBe(422);
  });

  it("names the first row that was tampered with", async () => {
    for (let i = 0; i < 9; i++) await appendAudit(db, entry("2026-01-09T00:00:00Z", `p${i}`));
    await db.query("alter table audit disable trigger user");
    await db.query("update audit set actor = 'somebody else' where position in (4, 7)");
    await db.query("alter table audit enable trigger user");
    expect((await auditor.post("/audit/check")).text).toContain("已核对9条，发现2处异常；第一处在第4条：内容被改动。");
    expect(await lastOf("audit-checked")).toEqual([expect.stringContaining("auditor"), '{"faults":2,"rows":9}']);
  });

  it("takes rows out as a table that Excel opens, without a live formula, and logs that", async () => {
    await appendAudit(db, entry("2026-01-09T00:00:00Z", "=cmd()"));
    await appendAudit(db, { ...entry("2026-01-09T00:01:00Z", "lisi"), detail: { reason: '说"好"，\n再议' } });
    const { text, headers } = await auditor.get("/audit/export.csv?to=2026-01-09");
    expect(headers["content-disposition"]).toBe("attachment; filename=audit-2026-03-02.csv");
    expect(text.startsWith("\ufeff序号,时间,何人,何事,")).toBe(true);
    expect(text).toContain("'=cmd()");
    expect(text).not.toMatch(/(^|,)=cmd/m);
    expect(text).toContain('"理由：说""好""，\n再议"');
    expect(text.split("\r\n").length).toBe(4); // head, two rows, the end
    expect(await lastOf("export")).toEqual([expect.stringContaining("auditor"), '{"format":"csv","to":"2026-01-09"}']);
    const program = await withToken(service, await person(service, "auditor"), "read");
    expect((await program.get("/audit/export.csv")).status, "in person alone").toBe(403);
  });

  it("takes out every row there is, a lot at a time, and none that was written meanwhile", async () => {
    for (let i = 0; i < 10; i++) await appendAudit(db, entry("2026-01-09T00:00:00Z", i % 2 === 0 ? "even" : "odd"));
    const positions = async (sought: { who?: string }, size: number) => {
      const asked = { now: 0, say: ({ zh }: Text) => zh, change: (_: unknown, work: (tx: Db) => unknown) => work(db) };
      const { csv } = await exportLog({ db, profile: wushan }, asked as never, sought, size);
      const lots: number[][] = [];
      for await (const piece of csv) {
        lots.push(piece.split("\r\n").flatMap((line) => (/^\d+,/.test(line) ? [Number.parseInt(line, 10)] : [])));
        await appendAudit(db, entry("2026-01-09T00:00:00Z", "even"));
      }
      return lots;
    };
    for (const size of [1, 3, 11, 1000]) {
      const last = await lastAudit(db);
      const lots = await positions({}, size);
      expect(lots.flat()).toEqual(Array.from({ length: last }, (_, i) => i + 1));
      expect(Math.max(...lots.map((lot) => lot.length)), "no more are held than that").toBeLessThanOrEqual(size);
    }
    expect((await positions({ who: "odd" }, 2)).flat()).toEqual([2, 4, 6, 8, 10]);
  });
});
