import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import type { RegimeChange } from "../../models/regime.ts";
import type { CompiledModel } from "../../models/risk/model.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { Db } from "../../src/db/db.ts";
import type { Counts, Run } from "../../src/db/run.ts";
import type { Progress } from "../progress.ts";
import type { IndustryFigures } from "./industry-figures.ts";

/** What a step works with. It reads what earlier steps stored, writes through `tx`, and returns counts. */
export interface StepContext {
  readonly tx: Db;
  readonly run: Run;
  readonly profile: Profile;
  readonly thresholds: ThresholdSet;
  /** What foretells the risk. */
  readonly model: CompiledModel;
  /** The switch to rules alone that the run is under; null as usual. */
  readonly rulesOnly: RegimeChange | null;
  readonly progress: Progress;
  readonly workers: number;
  /** When the step began, an ISO instant: what is written of it is dated so. */
  readonly at: string;
  /** The stored series as columns, read once per process and run. */
  panel(tx: Db): Promise<Panel>;
  /** What is counted over the panel, once per process and run; the series step sets it going. */
  figures(tx: Db): Promise<IndustryFigures>;
}

/** What carrying out decisions needs, in a month run or on the day an event comes in. */
export type Deciding = Pick<StepContext, "tx" | "run" | "profile" | "at">;

export interface Step {
  readonly name: string;
  work(context: StepContext): Promise<Counts>;
}
