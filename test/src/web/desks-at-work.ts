import { expect } from "vitest";
import { AUDIT_ACTIONS } from "../../../models/audit/audit-action.ts";
import { auditFound } from "../../../src/db/audit/audit.ts";
import type { Db } from "../../../src/db/db.ts";
import { DETAIL_KEYS } from "../../../src/web/audit/detail-keys.ts";
import { SUBJECTS } from "../../../src/web/audit/subject-words.ts";
import { type Client, person, type Service, signedIn } from "./service.ts";

/** A service in which something is to go on, an office in it, and how a thing is done by the API that must go well. */
export interface Doing {
  readonly db: Db;
  readonly service: Service;
  readonly office: Client;
  does<T>(client: Client, path: string, fields?: Readonly<Record<string, string>>): Promise<T>;
}

/** An account from its making to its end, by the two of whom neither can do it alone. */
export async function keepAccounts({ service, does }: Doing): Promise<void> {
  const administrator = await signedIn(service, await person(service, "administrator"));
  const officer = await signedIn(service, await person(service, "security-officer"));
  for (const account of ["wang.wu", "zhao.liu"])
    await does(administrator, "/people/add", { account, name: "某", role: "office" });
  await does(officer, "/rights/zhao.liu/refuse", { reason: "岗位不符" });
  await does(officer, "/rights/wang.wu/grant");
  await does(officer, "/rights/wang.wu/change", { role: "regulator", department: "miit", reason: "转岗" });
  await does(officer, "/rights/wang.wu/withdraw", { reason: "离岗" });
  await does(administrator, "/people/identity", { account: "wang.wu", sso: "https://sso.wushan.example|1024" });
  await does(administrator, "/people/reset", { account: "wang.wu" });
  await does(administrator, "/people/disable", { account: "wang.wu" });
  await does(officer, "/rights/wang.wu/grant");
  const colleague = await person(service, "office");
  await signedIn(service, colleague);
  const { sessions } = JSON.parse((await officer.get("/api/security")).text) as { sessions: { id: number }[] };
  await does(officer, `/security/sessions/${sessions[0]!.id}/end`);
  await does(officer, "/security/unlock", { account: colleague.account });
}

/** One's own account, by a script that has the browser's session. */
export async function keepOwn({ service, does }: Doing): Promise<void> {
  const made = await person(service, "office");
  const [here] = [await signedIn(service, made), await signedIn(service, made)];
  const own = JSON.parse((await here.get("/api/account")).text) as {
    formToken: string;
    sessions: { id: number; own: boolean }[];
  };
  expect(own.formToken).toBe(here.formToken());
  await does(here, `/account/sessions/${own.sessions.find((one) => !one.own)!.id}/end`);
  const { id } = await does<{ id: number }>(here, "/account/tokens", { name: "月报", scope: "read", days: "30" });
  expect((await here.post("/api/account/tokens", { name: "月报", scope: "read", days: "3650" })).status).toBe(422);
  await does(here, `/account/tokens/${id}/revoke`);
}

/** Everything that was done above stands in the log in words: nothing in it is left a code. */
export async function readTheLog({ db, service, does }: Doing): Promise<void> {
  const auditor = await signedIn(service, await person(service, "auditor"));
  await does(auditor, "/audit/check");
  expect((await auditor.get("/audit/export.csv?who=office")).status).toBe(200);
  const rows = await auditFound(db, {}, { before: null, size: 10_000 });
  const unnamed = rows.flatMap(({ action, subject, detail }) => [
    ...(Object.hasOwn(AUDIT_ACTIONS, action) ? [] : [action]),
    ...(Object.hasOwn(SUBJECTS, subject.split(":")[0]!) ? [] : [subject]),
    ...Object.keys(JSON.parse(detail) as object).filter((key) => !Object.hasOwn(DETAIL_KEYS, key)),
  ]);
  expect(unnamed).toEqual([]);
  expect(new Set(rows.map(({ action }) => action)).size).toBeGreaterThan(30);
}

/** Somebody behind a desk, away, on duty, at an address that fails and works again, to the last day. */
export async function keepDesks({ service, office, does }: Doing): Promise<void> {
  const wanted = { desk: "department:miit", name: "值班群", channel: "office-hook" };
  const { id } = await does<{ id: number }>(office, "/recipients", wanted);
  await does(office, `/recipients/${id}/amend`, { ...wanted, name: "值班二群", validFrom: "2026-01-05" });
  const span = { recipient: String(id), from: "2026-01-12", until: "2026-01-16" };
  await does(office, "/recipients/away", { ...span, reason: "出差" });
  await does(office, "/recipients/duty", span);
  await does(office, `/recipients/${id}/fixed`, { reason: "已重新启用" });
  await does(office, `/recipients/${id}/address`);
  await does(office, `/recipients/${id}/end`, { last: "2026-03-31" });
  const administrator = await signedIn(service, await person(service, "administrator"));
  await does(administrator, "/channels/console/test");
}
