import { formatMonth, type Month } from "../../models/month.ts";
import { STATUS } from "../../models/score.ts";
import type { Explained } from "./explain-one.ts";

/** An account as plain JSON: months as "YYYY-MM", null for what is not known. */
export function accountJson({ run, thresholdSet, account, peerNames }: Explained, enterprise: string) {
  const { sentence, score, peers, past, course, rules, events, contributions, differing } = account;
  const { leakLimit, boundZ, riskKind, fewerThanPeers } = account;
  const { enterprise: _id, features: _features, rules: _held, status, breakMonth, ...figures } = score;
  return {
    ...{ enterprise, month: formatMonth(run.month), sentence },
    run: { id: run.id, asOf: run.asOf, vintage: run.vintage, model: run.model },
    thresholdSet: { id: run.thresholdSetId, name: thresholdSet },
    status: statusName(status),
    ...figures,
    ...{ riskKind, leakLimit, boundZ, breakMonth: breakMonth === null ? null : formatMonth(breakMonth) },
    peerGroups: peers.map(({ kind, enterprises, change, leans }, i) => ({
      kind,
      name: peerNames[i],
      enterprises,
      change,
      leans,
    })),
    ...{ fewerThanPeers, contributions },
    rules,
    events: events.map(({ kind, occurredOn, people, note }) => ({ kind, occurredOn, people, note })),
    largestFallIn: past.largestFallIn,
    lastingFall: past.lastingFall && { ...past.lastingFall, month: formatMonth(past.lastingFall.month) },
    months: course.months.map(({ month, headcount }) => ({ month: formatMonth(month), headcount })),
    path: pathOf(course.path, run.month),
    reproduced: differing.length === 0,
    differing,
  };
}

export const statusName = (status: number): string =>
  Object.entries(STATUS).find(([, code]) => code === status)?.[0] ?? String(status);

function pathOf(path: Explained["account"]["course"]["path"], month: Month) {
  if (path.kind !== "path") return path;
  return { ...path, months: path.months.map((one, i) => ({ month: formatMonth(month + 1 + i), ...one })) };
}
