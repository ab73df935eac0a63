import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../../models/rights/roles.ts";
import type { Language } from "../../../models/text.ts";
import type { Db } from "../../../src/db/db.ts";
import { fieldWords } from "../../../src/web/pages/field-words.ts";
import { fillCounty, runOn } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";
import { sendFile, workbook } from "./workbook.ts";

const FORM = /<form method="post" action="([^"]+)">([\s\S]*?)<\/form>/g;
const FIELD =
  /<label for="([^"]+)">([^<]*)<\/label>(?:<span[^>]*>[^<]*<\/span>)?<(?:input|select) id="\1" name="([^"]+)"/g;

/** One field by which a pause says whom it is for: by what it is called on the form depends on the kind of pause. */
const DEPENDS: readonly string[] = ["/pauses subject"];

describe.each(oneDatabase())("the fields of forms on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  /** Pages with forms, and who sees them. */
  let pages: readonly (readonly [Client, string])[];
  beforeAll(async () => {
    db = await open();
    const { last } = await fillCounty(db, 40, 14);
    await runOn(db, last);
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
    const desk = async (role: Role) => signedIn(service, await person(service, role));
    const [office, analyst, administrator, officer, auditor] = await Promise.all(
      (["office", "analyst", "administrator", "security-officer", "auditor"] as const).map(desk),
    );
    const [{ code }] = (await db.query<{ code: string }>("select code from enterprise order by id limit 1")) as [
      { code: string },
    ];
    await office!.post(`/enterprises/${code}/events`, { kind: "closure", on: "2026-01-09", people: "12" });
    const [{ number }] = (await db.query<{ number: string }>("select number from alert where subject = $1", [
      code,
    ])) as [{ number: string }];
    const alert = `/enterprises/${code}/alerts/${number}`;
    for (const action of ["acknowledge", "take"]) await office!.post(`${alert}/${action}`);
    const taken = await db.query<{ number: string }>("select number from enterprise_case where enterprise = $1", [
      code,
    ]);
    await office!.post("/recipients", { desk: "department:miit", name: "值班群", channel: "office-hook" });
    await office!.post("/pauses", { kind: "place", from: "2026-01-10", until: "2026-01-20", reason: "检修" });
    const sent = await sendFile(analyst!, { name: "表.xlsx", bytes: workbook([[code, "2025-12", 12]]) });
    const upload = String(sent.headers.location);
    await analyst!.post(`${upload}/import`);
    const waiting = await person(service, "office", { rights: "waiting" });
    pages = [
      [office!, `/enterprises/${code}`],
      [office!, alert],
      [office!, `/enterprises/${code}/cases/${taken[0]!.number}`],
      ...["/alerts", "/recipients", `/pauses?enterprise=${code}`, upload, "/account"].map(
        (path) => [office!, path] as const,
      ),
      ...["/thresholds", "/data"].map((path) => [analyst!, path] as const),
      [administrator!, "/people"],
      ...["/rights", `/rights/${waiting.account}`].map((path) => [officer!, path] as const),
      [auditor!, "/audit"],
    ];
  }, 120_000);
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const different = async (language: Language): Promise<string[]> => {
    const all = new Set<string>();
    let seen = 0;
    for (const [client, path] of pages) {
      const answer = await client.get(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      expect([path, answer.status]).toEqual([path, 200]);
      for (const [, action, form] of answer.text.matchAll(FORM))
        for (const [, , label, name] of form!.matchAll(FIELD)) {
          seen++;
          const words = fieldWords(name!, language, action!);
          const same = label!.toLowerCase().includes(words.toLowerCase());
          if (!same && !DEPENDS.includes(`${action} ${name}`))
            all.add(`${action}: ${name} is "${label}" on the form and "${words}" when it is refused`);
        }
    }
    expect(seen).toBeGreaterThan(60);
    return [...all];
  };

  it.each(["zh", "en"] as const)("are called in %s, when refused, by words of their labels", async (language) => {
    expect(await different(language)).toEqual([]);
  });
});
