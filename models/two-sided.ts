/** Two-sided limits of the normal distribution: a share of 80 or 95 % lies within so many standard deviations. */
export const Z80 = 1.2815515655446004;
export const Z95 = 1.959963984540054;
