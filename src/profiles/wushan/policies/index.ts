import type { SupportPolicy } from "../../../../models/policy/policy.ts";
import { fastSubsidy } from "./fast-subsidy.ts";
import { oneOffHiring, socialInsuranceSubsidy } from "./hiring.ts";
import { internshipSubsidy } from "./internship.ts";
import { stabilityLoan, startupLoanExtension } from "./loans.ts";
import { stabilityRefund } from "./refund.ts";
import { skillsSubsidy } from "./skills.ts";
import { trainingSubsidy } from "./training.ts";
import { wageQuota } from "./wage-quota.ts";

/** Every instrument for employers in 巫山府办发〔2023〕57号, items 二 to 十二, and the refund's forms of later years. */
export const policies: readonly SupportPolicy[] = [
  stabilityRefund,
  stabilityLoan,
  socialInsuranceSubsidy,
  oneOffHiring,
  trainingSubsidy,
  internshipSubsidy,
  skillsSubsidy,
  startupLoanExtension,
  fastSubsidy,
  wageQuota,
];
