import { formatMonth, type Month } from "./month.ts";
import { Problem } from "./problem.ts";
import { type Text, text } from "./text.ts";
import type { ThresholdSet } from "./threshold.ts";

export type VersionStep = "saved" | "approved" | "withdrawn";

/** A kept threshold set and how it came to be, or ceased to be, in force. */
export interface ThresholdVersion {
  readonly id: number;
  readonly name: string;
  readonly validFrom: Month;
  /** Who put it together, and why. */
  readonly author: string;
  readonly reason: string;
  /** The version that it took up again; null usually. */
  readonly restores: number | null;
  /** The profile's own set is in force without a step. */
  readonly steps: readonly TakenStep[];
  /** Whether a month was run with it. */
  readonly used: boolean;
}

export interface TakenStep {
  readonly step: VersionStep;
  readonly actor: string;
  readonly reason: string;
  readonly at: string;
}

export type VersionState = "draft" | "approved" | "withdrawn";

/** A version without steps came with the profile. */
export function stateOf({ steps }: Pick<ThresholdVersion, "steps">): VersionState {
  const taken = new Set(steps.map(({ step }) => step));
  if (taken.has("withdrawn")) return "withdrawn";
  return taken.has("approved") || steps.length === 0 ? "approved" : "draft";
}

/** Refuses a step that cannot be: a Problem with its cause, or nothing. */
export function checkStep(version: ThresholdVersion, step: "approved" | "withdrawn", actor: string): void {
  const state = stateOf(version);
  if (step === "approved" && state !== "draft") throw wrongState(version, state);
  if (step === "approved" && savedBy(version) === actor) throw ownWork();
  if (step === "withdrawn" && (state === "withdrawn" || version.steps.length === 0)) throw wrongState(version, state);
  if (step === "withdrawn" && version.used) throw inUse(version);
}

const savedBy = ({ steps }: ThresholdVersion): string | undefined => steps.find(({ step }) => step === "saved")?.actor;

/** History that was told stays as it was told: a version holds from the newest month that was run, or from a later one. */
export function checkValidFrom(from: Month, newestRun: Month | null): void {
  if (newestRun === null || from >= newestRun) return;
  const newest = formatMonth(newestRun);
  throw new Problem(
    "input",
    "threshold-month-past",
    text(
      `生效月份${formatMonth(from)}早于最近执行的${newest}。`,
      `${formatMonth(from)} is before ${newest}, the newest month run.`,
    ),
    text(`请填写${newest}或以后的月份。`, `Name ${newest} or a later month.`),
  );
}

/** A roll back holds from the month after the newest run; where nothing was run, as soon as the newest approved version. */
export const rolledBackFrom = (versions: readonly ThresholdVersion[], newestRun: Month | null): Month =>
  newestRun === null
    ? Math.max(...versions.filter((one) => stateOf(one) === "approved").map(({ validFrom }) => validFrom))
    : newestRun + 1;

export const VERSION_STATES: Readonly<Record<VersionState, Text>> = {
  draft: text("待审核", "to be reviewed"),
  approved: text("已审核", "approved"),
  withdrawn: text("已撤回", "withdrawn"),
};

const wrongState = ({ name }: ThresholdVersion, state: VersionState): Problem =>
  new Problem(
    "input",
    "threshold-step-wrong",
    text(
      `方案“${name}”${VERSION_STATES[state].zh}，不能执行此操作。`,
      `Set "${name}" is ${VERSION_STATES[state].en}: this cannot be done.`,
    ),
    text("请刷新页面查看各版本的状态。", "Reload the page and look at the states of the versions."),
  );

const ownWork = (): Problem =>
  new Problem(
    "denied",
    "threshold-own-work",
    text("方案须由保存者以外的人审核。", "A set is reviewed by somebody other than who saved it."),
    text("请另一位分析员或领导小组办公室审核。", "Ask another analyst or the office."),
  );

const inUse = ({ name }: ThresholdVersion): Problem =>
  new Problem(
    "input",
    "threshold-used",
    text(`已有月份按方案“${name}”执行，不能撤回。`, `Months were run with set "${name}": it cannot be withdrawn.`),
    text("请恢复一个以前的版本。", "Take up an earlier version again."),
  );

/** The set as a new version, under a name and from a month of its own. */
export const asVersion = (set: ThresholdSet, name: string, from: Month): ThresholdSet => ({
  ...set,
  name,
  validFrom: formatMonth(from),
});
