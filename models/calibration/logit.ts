/** The nearest a double comes to 1; a probability is kept this far from 0 and 1, so that its log-odds stay finite. */
export const NEAREST = Number.EPSILON;

export const inside = (probability: number): number => Math.min(1 - NEAREST, Math.max(NEAREST, probability));

/** Log-odds; of 0 and 1 those of the nearest inner value, about ∓36. */
export const logit = (probability: number): number => Math.log(inside(probability) / (1 - inside(probability)));

export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
