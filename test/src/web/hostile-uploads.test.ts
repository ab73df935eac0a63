import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../../src/db/db.ts";
import { fillCounty } from "../../county.ts";
import { oneDatabase } from "../../databases.ts";
import { type Client, person, type Service, serve, signedIn } from "./service.ts";
import { sendFile, workbook } from "./workbook.ts";

const MONTH = "2025-12";

describe.each(oneDatabase())("a file handed in on $name", ({ open }) => {
  let db: Db;
  let service: Service;
  let analyst: Client;
  let code: string;
  beforeAll(async () => {
    db = await open();
    await fillCounty(db, 5, 2);
    code = (await db.query<{ code: string }>("select code from enterprise order by id limit 1"))[0]!.code;
    service = await serve(db, { now: Date.parse("2026-01-12T02:00:00Z") });
    analyst = await signedIn(service, await person(service, "analyst"));
  });
  afterAll(async () => {
    await service?.close();
    await db?.close();
  });

  const file = (name: string, rows: readonly (readonly (string | number)[])[]) => ({ name, bytes: workbook(rows) });
  /** Hands a file in and says where its page is. */
  const handIn = async (given: ReturnType<typeof file>) => {
    const answer = await sendFile(analyst, given);
    expect([answer.status, answer.text.slice(0, 200)]).toEqual([303, ""]);
    return String(answer.headers.location);
  };

  it("too large, torn, unnamed or not from our page is refused with code, cause and next step", async () => {
    const big = await sendFile(analyst, { name: "大.csv", bytes: Buffer.alloc(10_485_761, 49) });
    expect([big.status, big.text.includes("body-too-large"), big.text.includes("更大的文件请交系统管理员")]).toEqual([
      413,
      true,
      true,
    ]);
    const forged = await sendFile(analyst, file("假.xlsx", [[code, MONTH, 5]]), { csrf: "forged" });
    expect([forged.status, forged.text.includes("form-stale")]).toEqual([403, true]);
    const torn = await analyst.ask("POST", "/data/uploads", "--x\r\nrubbish", {
      "content-type": "multipart/form-data; boundary=x",
    });
    expect([torn.status, torn.text.includes("body-unreadable")]).toEqual([400, true]);
    expect((await analyst.post("/data/uploads", {})).status).toBe(400);
    const future = await sendFile(analyst, file("未来.xlsx", [[code, MONTH, 5]]), { publishedOn: "2026-01-13" });
    expect([future.status, future.text.includes("published-in-future")]).toEqual([422, true]);
  });

  it("that is no table, or a bomb, gets a verdict all the same", async () => {
    const picture = await analyst.get(
      await handIn({ name: "照片.xlsx", bytes: Buffer.from("\x89PNG\r\n\x1a\nrest", "latin1") }),
    );
    expect(picture.text).toContain("file-type-unknown");
    const zip = await analyst.get(await handIn({ name: "断.xlsx", bytes: workbook([]).subarray(0, 900) }));
    expect(zip.text).toContain("zip-broken");
    const part = { "[Content_Types].xml": new Uint8Array(1), "xl/workbook.xml": new Uint8Array(70_000_000) };
    const bomb = { name: "炸弹.xlsx", bytes: Buffer.from(zipSync(part)) };
    const path = await handIn(bomb);
    expect((await analyst.get(path)).text).toContain("file-inflates");
    const marked = await analyst.get(`${path}/marked`);
    expect([marked.status, marked.text.includes("upload-unmarkable")]).toEqual([422, true]);
  });

  it("names nothing that could leave its line: a path, a control sign, a formula", async () => {
    const path = await handIn(file("..\\..\\=cmd\r\n<b>.xlsx", [[code, MONTH, 6]]));
    const [kept] = await db.query<{ name: string }>("select name from upload order by id desc limit 1");
    expect(kept!.name).toBe("=cmdb.xlsx");
    expect((await analyst.get(path)).text).not.toContain("<b>");
  });
});
