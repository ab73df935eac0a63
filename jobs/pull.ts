import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../models/problem.ts";
import type { Mapping, Profile, SourceConfig } from "../models/profile.ts";
import { text } from "../models/text.ts";
import type { Environment } from "../src/config.ts";
import type { Db } from "../src/db/db.ts";
import type { Counts } from "../src/db/run.ts";
import { keepSourceState, sourceEtag } from "../src/db/source-state.ts";
import type { Delivery } from "../src/sources/delivery.ts";
import { fileDeliveries } from "../src/sources/file.ts";
import { pullHttp } from "../src/sources/http.ts";
import type { Tools } from "../src/sources/retry.ts";
import { pullSql } from "../src/sources/sql.ts";
import { configuredSources } from "./configured-sources.ts";
import { importDeliveries } from "./import.ts";
import type { Progress } from "./progress.ts";

export interface PullOrder {
  readonly today: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Brings in what the place's own sources have: the profile's, and those of the sources file. What is known by its hash
 * is not taken twice. A source that fails brings nothing and its failure is kept; the others go on.
 */
export async function pullSources(db: Db, profile: Profile, order: PullOrder): Promise<Counts> {
  const counts = { sources: 0, deliveries: 0, accepted: 0, blocked: 0, known: 0, failed: 0 };
  for (const config of [...profile.sources, ...(await configuredSources(order.environment.sources))]) {
    order.signal.throwIfAborted();
    counts.sources++;
    try {
      for (const kind of await pullOne(db, profile, config, order)) {
        counts.deliveries++;
        if (kind !== "skipped") counts[kind]++;
      }
    } catch (error) {
      if (!(error instanceof Problem) || error.kind === "database") throw error;
      counts.failed++;
      const failure = { code: error.code, reason: error.reason };
      await keepSourceState(db, { source: config.source, address: addressOf(config), etag: null, failure });
    }
  }
  return counts;
}

async function pullOne(db: Db, profile: Profile, config: SourceConfig, order: PullOrder) {
  const address = addressOf(config);
  const { deliveries, etag } = await fetchDeliveries(db, config, address, order);
  const importOrder = {
    profile,
    source: config.source,
    mappings: mappingsOf(profile, config.source),
    publishedOn: order.today,
    today: order.today,
    by: `pull ${config.kind}`,
    repeated: true,
    signal: order.signal,
  };
  const results = await importDeliveries(db, deliveries, importOrder, order.progress);
  const blocked = results.some((result) => result.kind === "blocked"); // then it must be sent again, changed or not
  await keepSourceState(db, { source: config.source, address, etag: blocked ? null : etag, failure: null });
  return results.map((result) => result.kind);
}

/** Waiting that Ctrl-C ends. */
const toolsFor = (signal: AbortSignal): Tools => ({
  sleep: (milliseconds) => sleep(milliseconds, undefined, { signal }),
  random: Math.random,
  signal,
});

async function fetchDeliveries(
  db: Db,
  config: SourceConfig,
  address: string,
  { environment, signal }: PullOrder,
): Promise<{ deliveries: readonly Delivery[]; etag: string | null }> {
  if (config.kind === "file") return { deliveries: await fileDeliveries([config.path]), etag: null };
  if (config.kind === "sql") {
    const { name, query, urlEnv } = config;
    return {
      deliveries: await pullSql({ name, query, url: secret(environment, urlEnv) }, toolsFor(signal)),
      etag: null,
    };
  }
  const { source, url, rows, next, tokenEnv } = config;
  const etag = await sourceEtag(db, source, address);
  const token = tokenEnv === undefined ? {} : { token: secret(environment, tokenEnv) };
  return pullHttp(
    { source, url, etag, ...token, ...(rows ? { rows } : {}), ...(next ? { next } : {}) },
    toolsFor(signal),
  );
}

/** What tells a source's pulls apart, without any secret in it. */
const addressOf = (config: SourceConfig): string =>
  config.kind === "file" ? config.path : config.kind === "http" ? config.url : config.name;

function secret(environment: Environment, name: string): string {
  const value = environment.secret(name);
  if (value) return value;
  throw new Problem(
    "input",
    "secret-missing",
    text(
      `环境变量 ${name} 未设置，数据源无法访问。`,
      `The environment variable ${name} is not set, so the source can't be reached.`,
    ),
    text(`请设置 ${name} 后重试。`, `Set ${name} and try again.`),
  );
}

function mappingsOf(profile: Profile, source: string): readonly Mapping[] {
  const mappings = profile.mappings[source];
  if (mappings) return mappings;
  throw new Problem(
    "input",
    "source-unknown",
    text(
      `地区配置 ${profile.name} 没有名为“${source}”的数据源。`,
      `Profile ${profile.name} has no source called "${source}".`,
    ),
    text("请核对数据源配置文件中的 source。", "Check the source's name in the sources file."),
  );
}
