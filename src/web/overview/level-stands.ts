import type { LevelMove, OpenCount } from "../../db/scope/overview-counts.ts";

/** Open alerts of a level by state, and what the newest month did to them. */
export interface LevelStand {
  readonly level: string;
  readonly raised: number;
  readonly acknowledged: number;
  readonly inHand: number;
  /** In the newest month: opened at this level, come from a milder one, come from a graver one, gone from it altogether. */
  readonly opened: number;
  readonly risen: number;
  readonly fallen: number;
  readonly closed: number;
}

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
