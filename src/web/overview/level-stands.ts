import type { LevelMove, OpenCount } from "../../db/scope/overview-counts.ts";
import type { LevelStand } from "./overview-answer.ts";

/** Levels are the profile's, the most severe first. */
export const levelStands = (
  levels: readonly { readonly code: string }[],
  open: readonly OpenCount[],
  moves: readonly LevelMove[],
): readonly LevelStand[] =>
  levels.map(({ code }, rank) => {
    const inState = (state: string) => sum(open.filter((one) => one.level === code && one.state === state));
    const rankOf = (level: string | null) => levels.findIndex((one) => one.code === level);
    const came = moves.filter(({ after }) => after === code);
    return {
      level: code,
      ...{ raised: inState("raised"), acknowledged: inState("acknowledged"), inHand: inState("in-hand") },
      opened: sum(came.filter(({ before }) => before === null)),
      risen: sum(came.filter(({ before }) => rankOf(before) > rank)),
      fallen: sum(came.filter(({ before }) => before !== null && rankOf(before) < rank)),
      closed: sum(moves.filter(({ before, after }) => before === code && after === null)),
    };
  });

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0);
