import type { PolicyVariant, SupportPolicy } from "./policy.ts";

/** The variant for a place on a date, and whether it is in force. */
export interface ChosenVariant {
  readonly variant: PolicyVariant;
  readonly inForce: boolean;
}

/**
 * Of the variants in force the one that names the place most precisely, then the newest. With none in force the one that ended
 * last, or else the one that begins first; null when none is for this place.
 */
export function variantOn({ variants }: SupportPolicy, place: string, date: string): ChosenVariant | null {
  const here = variants.filter((variant) => place.startsWith(variant.place));
  const [inForce] = here
    .filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo))
    .toSorted((a, b) => b.place.length - a.place.length || compare(b.validFrom, a.validFrom));
  if (inForce) return { variant: inForce, inForce: true };
  const ended = here.filter(({ validFrom }) => validFrom <= date).toSorted((a, b) => compare(b.validTo!, a.validTo!));
  const coming = here.toSorted((a, b) => compare(a.validFrom, b.validFrom));
  const variant = ended[0] ?? coming[0];
  return variant ? { variant, inForce: false } : null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
