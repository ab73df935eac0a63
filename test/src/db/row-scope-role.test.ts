import { describe, expect, inject, it } from "vitest";
import { createDatabase } from "../../../jobs/bench/temporary-postgres.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { openPostgres } from "../../../src/db/postgres.ts";
import { scopedTo } from "../../../src/db/scope/scoped-to.ts";

const url = inject("postgres");
const NOBODY = { all: false, departments: [], regions: [], specialist: null };

describe.skipIf(!url)("a PostgreSQL whose user is no superuser", () => {
  it("is told what its administrator has to do, and then holds the web back all the same", async () => {
    const root = await openPostgres(await createDatabase(url!));
    const [{ name }] = (await root.query<{ name: string }>("select current_database() as name")) as [{ name: string }];
    const user = `plain_${name}`;
    // Another test on this server may have made the role already.
    await root.query("do $$ begin create role wengang_desk nologin; exception when others then null; end $$");
    await root.query(`create role ${user} login`);
    await root.query(`alter database ${name} owner to ${user}`);
    await root.query(`grant all on schema public to ${user}`);
    const address = new URL(url!);
    address.username = user;
    address.pathname = `/${name}`;
    const db = await openPostgres(address.href);
    await expect(migrate(db)).rejects.toMatchObject({ code: "role-missing", kind: "database" });
    await root.query(`grant wengang_desk to ${user}`);
    expect(await migrate(db)).toContain("042_row_scope.sql");
    await db.query("insert into enterprise values (1, 'A')");
    expect(await db.query("select id from enterprise")).toEqual([{ id: 1 }]);
    expect(await scopedTo(db, NOBODY, (tx) => tx.query("select id from enterprise"))).toEqual([]);
    expect(await scopedTo(db, { ...NOBODY, all: true }, (tx) => tx.query("select id from enterprise"))).toHaveLength(1);
    await db.close();
    await root.query(`alter database ${name} owner to current_user`);
    await root.query(`drop owned by ${user} cascade`);
    await root.query(`drop role ${user}`);
    await root.close();
  });
});
