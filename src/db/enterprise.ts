import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";

/** Gives codes their ids. New ones get the next free numbers at once and are stored by `save`. */
export interface EnterpriseIds {
  idOf(code: string): number;
  save(): Promise<number>;
}

/** Holds the enterprise table until the transaction ends, so that two imports can't give one number twice. */
export async function enterpriseIds(tx: Db): Promise<EnterpriseIds> {
  await tx.query("lock table enterprise in share row exclusive mode");
  const rows = await tx.query<{ id: number; code: string }>("select id, code from enterprise");
  const ids = new Map(rows.map((row) => [row.code, row.id]));
  let next = rows.reduce((highest, row) => Math.max(highest, row.id), 0) + 1;
  const fresh: [number, string][] = [];
  return {
    idOf: (code) => {
      const known = ids.get(code);
      if (known !== undefined) return known;
      const id = next++;
      ids.set(code, id);
      fresh.push([id, code]);
      return id;
    },
    save: () => tx.bulkLoad("enterprise", ["id", "code"], copyChunks(fresh, copyLine)),
  };
}

/** Codes by id, for the ids asked for. */
export async function enterpriseCodes(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.query<{ id: number; code: string }>(
    "select id, code from enterprise where id = any($1::integer[])",
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.code]));
}

/** Ids by code, for the codes asked for. */
export async function enterpriseIdsOf(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.query<{ id: number; code: string }>(
    "select id, code from enterprise where code = any($1::text[])",
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row.id]));
}
