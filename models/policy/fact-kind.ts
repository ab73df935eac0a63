import type { Text } from "../text.ts";
import type { Origin } from "../threshold.ts";

/** persons and person-months are whole; months may be broken (9.5); yuan have two decimals; yes-no is 1 or 0. */
export type FactUnit = "persons" | "person-months" | "months" | "yuan" | "yes-no";

/** Something policies ask about an enterprise or the place: one item of a closed list. Never about a person: counts and sums only. */
export interface FactKind {
  readonly code: string;
  readonly name: Text;
  readonly aliases?: readonly string[];
  readonly unit: FactUnit;
  /** How its lines are dated; null: it comes from the register or the headcounts and is not imported. */
  readonly period: "year" | "month" | null;
  readonly subject: "enterprise" | "place";
  /**
   * A list, such as that of the dishonest: once the place's own line says that the period's list has come in (with the number of
   * enterprises on it), whoever is not on it counts as 0. Before that an enterprise without a line is unknown, not clean.
   */
  readonly roster?: true;
  /** The department that could supply it. */
  readonly suppliedBy: string;
  readonly origin: Origin;
}

/** Facts that Wengang holds itself. A profile names them too, so that a missing one has a name and somebody to ask. */
export const HELD = {
  insured: "insured-headcount",
  entity: "entity-kind",
  ownership: "ownership",
  industry: "industry",
  revenue: "revenue",
  assets: "assets",
  size: "size-class",
} as const;

/** Imported facts that formulas refer to by name. */
export const CLAIMANTS = "claimants";
export const NEW_CLAIMANTS = "new-claimants";
/** 1: the enterprise has been classified as large, 0: it has not; goes before what the size rule makes of the register. */
export const LARGE = "large-enterprise";
