import type { AmountFormula } from "../../../../models/policy/policy.ts";
import { type Text, text } from "../../../../models/text.ts";

/** The municipality sets the standard and the notes at hand give none: a sum is never invented. */
export const localStandard = (standard: Text): AmountFormula => ({
  kind: "local",
  standard,
  supplier: text("县人力社保局", "Human Resources and Social Security Bureau"),
});

export const LOCAL_CONDITIONS = text(
  "其余条件和标准以市级办法为准，由经办机构审核",
  "further conditions and the standard are the municipality's; the agency decides",
);
