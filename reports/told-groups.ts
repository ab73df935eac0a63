import { groupKey } from "../models/groups/printed-groups.ts";
import type { Text } from "../models/text.ts";
import { text } from "../models/text.ts";
import type { GroupFacts, GroupsFacts } from "./group-facts.ts";
import type { OutlookInput } from "./outlook-input.ts";

/** What is printed where too much of one enterprise would be told. */
export const WITHHELD = "*";

/** A group whose persons are withheld in all reports of the month, and its place among those of its dimension. */
export interface WithheldGroup extends Pick<GroupFacts, "code" | "name"> {
  readonly at: number;
}

type ByDimension<Of> = Readonly<Record<keyof GroupsFacts, readonly Of[]>>;

/** Takes the groups apart into those that are told and those of which only the name is. */
export function takenApart(
  groups: GroupsFacts,
  withheld: ReadonlySet<string>,
): { readonly told: GroupsFacts; readonly withheld: ByDimension<WithheldGroup> } {
  const dimensions = Object.keys(groups) as (keyof GroupsFacts)[];
  const is = (dimension: keyof GroupsFacts, code: string) => withheld.has(groupKey(dimension, code));
  const each = <Of>(of: (dimension: keyof GroupsFacts) => readonly Of[]) =>
    Object.fromEntries(dimensions.map((dimension) => [dimension, of(dimension)])) as unknown as ByDimension<Of>;
  return {
    told: each((dimension) => groups[dimension].filter(({ code }) => !is(dimension, code))),
    withheld: each((dimension) =>
      groups[dimension].flatMap(({ code, name }, at) => (is(dimension, code) ? [{ code, name, at }] : [])),
    ),
  };
}

/** All of a dimension as they stood before. */
export function everyGroup(
  told: readonly GroupFacts[],
  withheld: readonly WithheldGroup[],
): readonly (GroupFacts | WithheldGroup)[] {
  const all: (GroupFacts | WithheldGroup)[] = [...told];
  for (const group of withheld) all.splice(group.at, 0, group);
  return all;
}

/** What is said of groups beside their figures says how many persons they have, too; the place itself is always told. */
export const toldOutlook = (outlook: OutlookInput, withheld: ReadonlySet<string>): OutlookInput => ({
  ...outlook,
  outlines: outlook.outlines.filter(({ dimension, code }) => !withheld.has(groupKey(dimension, code))),
  forecasts: outlook.forecasts.filter(({ made }) => !withheld.has(groupKey(made.dimension, made.code))),
});

/** Leaves the largest employers out of those that moved most, where naming them would cost the figures without them. */
export const withoutNames = (outlook: OutlookInput, unnamed: ReadonlySet<number>): OutlookInput => ({
  ...outlook,
  unnamed: unnamed.size,
  outlines: outlook.outlines.map(({ losses, gains, ...outline }) => ({
    ...outline,
    losses: losses.filter(({ enterprise }) => !unnamed.has(enterprise)),
    gains: gains.filter(({ enterprise }) => !unnamed.has(enterprise)),
  })),
});

export const WITHHELD_NOTE: Text = text(
  "不足3户、一户占比过大以及由它们可推算的分组，人数以“*”代替；当月全县范围的各种报告一致。",
  "“*” stands for groups of fewer than three, those that one enterprise dominates, and those by which they could be found; the same in all of the month's reports about the whole place.",
);
