import type { Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import { casework } from "../casework.ts";
import { levels } from "../levels.ts";
import { dengbaoPasswords } from "../sign-in.ts";
import { acceptance } from "./acceptance.ts";
import { correspondence } from "./correspondence.ts";
import { departments, ownerships, regulations } from "./departments.ts";
import { eventKinds } from "./events.ts";
import { facts } from "./facts.ts";
import { industries } from "./industries.ts";
import { mappings } from "./mappings.ts";
import { policies } from "./policies/index.ts";
import { PLACE, regions } from "./regions.ts";
import { routing } from "./routing.ts";
import { sizeRules } from "./size-rules.ts";
import { reductionReasons, reductionTypes } from "./terms.ts";
import { closeDay, dominantEnterprises, thresholds } from "./thresholds.ts";

/** 巫山县, 重庆市: the county of 巫山府办发〔2023〕57号. Chongqing has no prefecture level. */
export const wushan: Profile = {
  name: "wushan",
  title: text("巫山县", "Wushan County"),
  place: PLACE,
  codeScheme: "uscc",
  regions,
  industries,
  ownerships,
  departments,
  regulations,
  correspondence,
  routing,
  casework,
  levels,
  reductionTypes,
  reductionReasons,
  eventKinds,
  sizeRules,
  policies,
  facts,
  sizeBands: [0, 10, 20, 50, 100, 300, 1000],
  thresholds,
  dominantEnterprises,
  calendar: { closeDay, springFestival: true },
  mappings,
  sources: [],
  acceptance,
  passwords: dengbaoPasswords,
};
