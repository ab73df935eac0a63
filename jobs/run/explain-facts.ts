import { askedGroup } from "../../models/account/peer-chain.ts";
import { triggersOf } from "../../models/explain/explain.ts";
import type { ExplainFacts } from "../../models/explain/explain-facts.ts";
import { historyOf } from "../../models/explain/explain-history.ts";
import { rowOf } from "../../models/fill-panel.ts";
import { sectionOf } from "../../models/industry.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import { contributionsOf } from "../../models/risk/contributions.ts";
import { eventChance, foretellingsOf } from "../../models/risk/event-chance.ts";
import { intervalOf } from "../../models/risk/foretell.ts";
import { STATUS, type StatusName } from "../../models/score.ts";
import { sizeBand } from "../../models/size-band.ts";
import { strictnessIn } from "../../models/strictness.ts";
import { headcountBefore } from "../../models/verdicts.ts";
import type { StoredEvent } from "../../src/db/event.ts";
import type { StoredScore } from "../../src/db/score.ts";
import type { Cohorts } from "./cohorts.ts";
import { silenceSeen } from "./event-chances.ts";
import { eventFacts } from "./events.ts";
import type { StepContext } from "./step.ts";

/** What a run was made with, and its panel. */
export interface Seen extends Pick<StepContext, "run" | "profile" | "thresholds" | "model" | "rulesOnly"> {
  readonly columns: Panel;
  readonly cohorts: Cohorts;
}

/** What is known of an enterprise in a run, to be put in words. @param rules ids of those that hold */
export function explainFacts(
  score: StoredScore | null,
  events: readonly StoredEvent[],
  rules: readonly string[],
  context: Seen,
): ExplainFacts {
  const { run, thresholds, profile } = context;
  const kinds = new Map(profile.eventKinds.map((kind) => [kind.code, kind.name]));
  return {
    month: run.month,
    status: score ? NAMES[score.status]! : "silent",
    headcount: score?.headcount ?? GAP,
    previous: score?.previous ?? GAP,
    expected: score?.expected ?? Number.NaN,
    lower: score?.lower ?? Number.NaN,
    peerChange: score?.peerChange ?? Number.NaN,
    peers: score?.peers ?? 0,
    fall3: score?.fall3 ?? Number.NaN,
    z: score?.z ?? Number.NaN,
    hiddenShare: score?.hiddenShare ?? Number.NaN,
    silentMonths: score?.status === STATUS.silent ? score.silentMonths : 0,
    events: events.map(({ kind, occurredOn, people, note }) => ({
      name: kinds.get(kind) ?? { zh: kind, en: kind },
      ...{ occurredOn, people, note },
    })),
    triggers: triggersOf(thresholds.rules, rules, profile.levels),
    ...peersOf(score, context),
    strictness: score === null ? 1 : strictnessOf(score, context),
    ...pastOf(score, context),
    ...foretold(score, events, context),
  };
}

function strictnessOf({ enterprise, previous }: StoredScore, { columns, profile, thresholds }: Seen): number {
  const row = rowOf(columns, enterprise);
  if (row < 0) return 1;
  const { industries, sizeBands } = profile;
  const industry = industries[columns.industry[row]!];
  const before = headcountBefore(columns, row, previous ?? GAP);
  const band = before === GAP ? null : sizeBands[sizeBand(sizeBands, before)]!;
  return strictnessIn(thresholds, industry ? sectionOf(profile, industry.code) : null, band);
}

function peersOf(score: StoredScore | null, { columns, cohorts, profile }: Seen): Pick<ExplainFacts, "peerGroup"> {
  const row = score && score.peers > 0 ? rowOf(columns, score.enterprise) : -1;
  const group = row < 0 ? null : askedGroup(columns, cohorts.nodes, cohorts.tree, row, score!.peers);
  if (group === null) return {};
  const { kind, industry } = group;
  const isWider = industry >= 0 && industry !== columns.industry[row];
  return { peerGroup: { kind, above: isWider ? profile.industries[industry]!.name : null } };
}

/** Its own past, where a fall is being told: a level shift or a silence is explained by other means. */
function pastOf(score: StoredScore | null, { columns }: Seen): Pick<ExplainFacts, "history"> {
  const row = score?.status === STATUS.scored ? rowOf(columns, score.enterprise) : -1;
  return row < 0 ? {} : { history: historyOf(columns, row) };
}

/** The risk and what it rests on, as far as they were kept; under rules alone nothing is said of it. */
function foretold(
  score: StoredScore | null,
  events: readonly StoredEvent[],
  { model, rulesOnly, run, profile }: Seen,
): Pick<ExplainFacts, "risk" | "contributions"> {
  if (rulesOnly || score === null || score.risk === null) return {};
  const { risk: value, features, headcount } = score;
  const foretellings = foretellingsOf(profile.eventKinds);
  const { line, kind } = model.model;
  const silence = score.status === STATUS.silent ? silenceSeen(profile.eventKinds, score.silentMonths) : [];
  const listed = eventChance([...eventFacts(events, run), ...silence], foretellings, line, headcount ?? Number.NaN);
  const risk = { value, interval: intervalOf(model, value, listed), kind };
  if (features === null || headcount === null) return { risk };
  return { risk, contributions: contributionsOf(model, Float32Array.from(features), 0, headcount, listed) };
}

const NAMES = Object.fromEntries(Object.entries(STATUS).map(([name, code]) => [code, name])) as Record<
  number,
  StatusName
>;
