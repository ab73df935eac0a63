import type { WebOptions } from "../options.ts";
import type { Metrics } from "../shell/metrics.ts";

/** What signing in works with; the only routes that hold the database itself, for they decide who may. */
export interface Services extends Pick<WebOptions, "db" | "profile" | "keys" | "sso" | "origin"> {
  readonly metrics: Metrics;
}
