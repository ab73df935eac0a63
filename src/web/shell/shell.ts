import type { WebOptions } from "../options.ts";
import type { Route } from "../route.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** What stands around the routes while the service runs. */
export interface Shell {
  readonly options: WebOptions;
  readonly routes: readonly Route[];
  readonly metrics: Metrics;
  readonly log: Log;
  readonly secure: boolean;
}
