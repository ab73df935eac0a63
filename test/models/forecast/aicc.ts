/** Corrected Akaike criterion of a damped fit as R's forecast::ets reckons it: six parameters, the variance counted. Lower is better. */
export function dampedAicc(misfit: number, months: number): number {
  const k = 6;
  return months * Math.log(misfit) + 2 * k + (2 * k * (k + 1)) / (months - k - 1);
}
