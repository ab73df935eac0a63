import type { RegimeChange } from "../../models/regime.ts";
import type { Db } from "./db.ts";

const COLUMNS = `id, kind, from_month as "from", reason, actor, at`;

/** Every change ever made, in the order in which they were. */
export const regimeChanges = (db: Db): Promise<RegimeChange[]> =>
  db.query<RegimeChange>(`select ${COLUMNS} from regime order by id`);

/** The change a run was made under. Throws when there is none: ids come from rows that refer to it. */
export async function regimeChange(db: Db, id: number): Promise<RegimeChange> {
  const [row] = await db.query<RegimeChange>(`select ${COLUMNS} from regime where id = $1`, [id]);
  if (!row) throw new RangeError(`there is no change of regime ${id}`);
  return row;
}

export async function keepRegimeChange(db: Db, change: Omit<RegimeChange, "id">): Promise<RegimeChange> {
  const { kind, from, reason, actor, at } = change;
  const [row] = await db.query<RegimeChange>(
    `insert into regime (kind, from_month, reason, actor, at) values ($1, $2, $3, $4, $5) returning ${COLUMNS}`,
    [kind, from, reason, actor, at],
  );
  return row!;
}
