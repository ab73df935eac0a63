import type { FactKind } from "../../../models/policy/fact-kind.ts";
import { CLAIMANTS, NEW_CLAIMANTS } from "../../../models/policy/fact-kind.ts";
import type { FactRecord } from "../../../models/record.ts";
import { between, binomial, chance, integer, type Random } from "../random.ts";
import type { LivedYear } from "./lived-year.ts";

/** Values of a year by fact; magnitudes are believable settings, not measurements of any place. */
type YearValues = Readonly<Record<string, number>>;

/** Of enterprises a year. */
const RATES = {
  arrears: 0.05,
  dishonest: 0.003,
  abnormal: 0.006,
  zombie: 0.002,
  trains: 0.05,
  takesTrainees: 0.03,
  certifies: 0.06,
  startupLoan: 0.01,
  disaster: 0.004,
  wageQuota: 0.01,
} as const;

/** Of the people concerned: those hired who belong to a named group, and leavers who come to draw benefit. */
const SHARES = { hiredOfGroup: 0.05, claimsOfLeavers: 0.04, claimsOfDismissed: 0.35 } as const;

/** Insured pay a month, yuan, and the premium of unemployment insurance: half a percent each from enterprise and staff. */
const MONTHLY_PAY = [4200, 7800] as const;
const PREMIUM = 0.01;

export function drawYear(random: Random, industry: string, year: LivedYear): YearValues {
  const drew = binomial(random, year.departed - year.cut, SHARES.claimsOfLeavers);
  const dismissed = binomial(random, year.cut, SHARES.claimsOfDismissed);
  const premiums = year.mean * year.months * between(random, ...MONTHLY_PAY) * PREMIUM;
  const late = chance(random, RATES.arrears) ? integer(random, 1, 3) : 0;
  const isOn = (rate: number) => (chance(random, rate) ? 1 : 0);
  return {
    "premiums-paid": Math.round(premiums * 100) / 100,
    "months-paid-in-full": Math.max(0, year.months - late),
    [NEW_CLAIMANTS]: drew + dismissed,
    [CLAIMANTS]: drew + dismissed + binomial(random, year.departed, 0.01),
    "severe-dishonesty": isOn(RATES.dishonest),
    "abnormal-operation": isOn(RATES.abnormal),
    zombie: isOn(RATES.zombie),
    "real-economy": /^(?:0[6-9]|[1-4]\d)/.test(industry) ? 1 : 0,
    "hires-graduates": binomial(random, year.hired, SHARES.hiredOfGroup),
    "hires-youth": binomial(random, year.hired, SHARES.hiredOfGroup),
    "hires-unemployed": binomial(random, year.hired, SHARES.hiredOfGroup),
    trained: chance(random, RATES.trains) ? integer(random, 1, Math.max(1, Math.round(year.mean / 2))) : 0,
    "certified-staff": chance(random, RATES.certifies) ? integer(random, 1, 3) : 0,
    "startup-loan": isOn(RATES.startupLoan),
    "disaster-hit": isOn(RATES.disaster),
    "wage-quota-approved": isOn(RATES.wageQuota),
    ...drawTrainees(random, year),
  };
}

/** Trainees of three to twelve months; about half of those who complete are kept, and one in ten is hired before the end. */
function drawTrainees(random: Random, { mean }: LivedYear): YearValues {
  const trainees = mean >= 20 && chance(random, RATES.takesTrainees) ? integer(random, 1, 8) : 0;
  const months = trainees * integer(random, 3, 12);
  const early = binomial(random, trainees, 0.1);
  const completed = binomial(random, trainees - early, 0.8);
  return {
    trainees,
    "trainee-months": months,
    "trainees-completed": completed,
    "trainees-kept": binomial(random, completed, 0.5),
    "trainee-months-spared": early * integer(random, 1, 3),
  };
}

/** Lists of the year come in June, figures of staff just before its end, and the accounts in January. */
const PUBLISHED: Readonly<Record<string, (year: number) => string>> = {
  "premiums-paid": (year) => `${year + 1}-01-09`,
  "months-paid-in-full": (year) => `${year + 1}-01-09`,
  ...Object.fromEntries(
    [
      "severe-dishonesty",
      "abnormal-operation",
      "zombie",
      "real-economy",
      "startup-loan",
      "disaster-hit",
      "wage-quota-approved",
    ].map((fact) => [fact, (year: number) => `${year}-06-10`]),
  ),
};

export const publishedOn = (fact: string, year: number): string =>
  (PUBLISHED[fact] ?? ((of: number) => `${of}-12-20`))(year);

/** The lines of a year that a county would send: accounts of everybody, and of a list those who are on it. */
export const toRecords = (code: string, year: number, values: YearValues, kinds: readonly FactKind[]): FactRecord[] =>
  kinds.flatMap((kind) => {
    const value = values[kind.code];
    if (value === undefined || (kind.roster && value === 0)) return [];
    return [{ code, fact: kind.code, period: String(year), value, publishedOn: publishedOn(kind.code, year) }];
  });
