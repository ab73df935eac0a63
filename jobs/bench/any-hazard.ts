import { RISK_FEATURES } from "../../models/risk/features.ts";
import { compileHazard } from "../../models/risk/hazard.ts";

/** A hazard with all features and bends: what it says does not matter here, how long it takes does. */
export const anyHazard = () =>
  compileHazard({
    line: { people: 20, share: 0.1 },
    intercept: -3,
    bands: [0, 20, 100, 1000].map((from) => ({ from, offset: 0.1 })),
    terms: RISK_FEATURES.map(({ name }) => ({
      name,
      centre: 0,
      spread: 1,
      knots: [-1, 0, 1],
      weights: [0.2, 0.1, -0.1, 0.1],
    })),
  });
