/** A result row; counts are numbers, dates "YYYY-MM-DD", timestamps ISO text, json parsed, integer[] (number | null)[]. */
export type Row = Record<string, unknown>;

/**
 * The one door to either database. Values and types are the same from PostgreSQL and from the embedded PGlite.
 * Inside `transaction` use only the `tx` handed over.
 */
export interface Db {
  readonly kind: "postgres" | "pglite";
  query<R = Row>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** Commits when work resolves, rolls back when it throws. A transaction inside a transaction is a savepoint-free no-op: the outer one decides. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** COPY … FROM: chunks are COPY text lines made by copyLine. Returns rows loaded; a bad line loads none. */
  bulkLoad(
    table: string,
    columns: readonly string[],
    chunks: Iterable<string> | AsyncIterable<string>,
  ): Promise<number>;
  /** COPY (query) TO …: the rows as COPY text in pieces of any length; only inside a transaction. COPY takes no parameters. */
  copyOut(sql: string): AsyncIterable<Uint8Array>;
  /** Rows in blocks of `size` from a server cursor; only inside a transaction. */
  scan<R = Row>(sql: string, params: readonly unknown[], size: number): AsyncIterable<R[]>;
  close(): Promise<void>;
}
