import type { Mapping, Profile, SourceConfig } from "../models/profile.ts";
import type { Environment } from "../src/config.ts";
import type { Db } from "../src/db/db.ts";
import type { Counts } from "../src/db/run.ts";
import type { Delivery } from "../src/sources/delivery.ts";
import { fileDeliveries } from "../src/sources/file.ts";
import { importDeliveries } from "./import.ts";
import type { Progress } from "./progress.ts";

export interface PullOrder {
  readonly today: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Brings in what the profile's own sources have. What is already known by its hash is not taken twice. */
export async function pullSources(db: Db, profile: Profile, order: PullOrder): Promise<Counts> {
  const counts = { sources: 0, deliveries: 0, accepted: 0, blocked: 0, known: 0 };
  for (const config of profile.sources) {
    const deliveries = await pullOne(config);
    const results = await importDeliveries(
      db,
      deliveries,
      {
        profile,
        source: config.source,
        mappings: mappingsOf(profile, config.source),
        publishedOn: order.today,
        today: order.today,
        by: `pull ${config.kind}`,
        signal: order.signal,
      },
      order.progress,
    );
    counts.sources++;
    counts.deliveries += results.length;
    for (const { kind } of results) if (kind !== "skipped") counts[kind]++;
  }
  return counts;
}

async function pullOne(config: SourceConfig): Promise<readonly Delivery[]> {
  return config.kind === "file" ? fileDeliveries([config.path]) : [];
}

function mappingsOf(profile: Profile, source: string): readonly Mapping[] {
  const mappings = profile.mappings[source];
  if (!mappings) throw new RangeError(`source "${source}" of profile ${profile.name} has no mapping`);
  return mappings;
}
