import { type Text, text } from "../text.ts";

/** What became of the roles that somebody's account was given; none of them counts unless they are granted. */
export type RightsState = "waiting" | "granted" | "refused" | "withdrawn";

export const RIGHTS_STATES: Readonly<Record<RightsState, Text>> = {
  waiting: text("待授权", "waits for rights"),
  granted: text("已授权", "rights granted"),
  refused: text("授权未通过", "rights refused"),
  withdrawn: text("授权已收回", "rights taken away"),
};

/** What a security officer can do about somebody's roles. */
export type Ruling = "grant" | "refuse" | "change" | "withdraw";

interface RulingRow {
  readonly from: readonly RightsState[];
  readonly to: RightsState;
  /** Whether the person it concerns must be told why. */
  readonly reasoned: boolean;
  readonly name: Text;
}

// biome-ignore format: a table reads better in columns
export const RULINGS: Readonly<Record<Ruling, RulingRow>> = {
  grant:    { from: ["waiting", "refused", "withdrawn"], to: "granted", reasoned: false, name: text("授权", "Grant") },
  refuse:   { from: ["waiting"],                         to: "refused", reasoned: true,  name: text("不予授权", "Refuse") },
  change:   { from: ["waiting", "granted", "refused", "withdrawn"], to: "granted", reasoned: true, name: text("变更角色并授权", "Change the roles and grant them") },
  withdraw: { from: ["granted"],                         to: "withdrawn", reasoned: true, name: text("收回授权", "Take the rights away") },
};

export type Ruled =
  | { readonly ruled: true; readonly state: RightsState }
  | { readonly ruled: false; readonly reason: "own-account" | "not-from-here" | "reason-missing" };

/** Whether a ruling may be made by somebody on somebody's roles; `by` is null for whoever holds the machine. */
export function rule(
  ruling: Ruling,
  on: { readonly person: number; readonly state: RightsState },
  { by, reason }: { readonly by: number | null; readonly reason: string },
): Ruled {
  const { from, to, reasoned } = RULINGS[ruling];
  if (by === on.person) return { ruled: false, reason: "own-account" };
  if (!from.includes(on.state)) return { ruled: false, reason: "not-from-here" };
  if (reasoned && reason === "") return { ruled: false, reason: "reason-missing" };
  return { ruled: true, state: to };
}
