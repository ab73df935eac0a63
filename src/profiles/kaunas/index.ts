/**
 * Kaunas, Lithuania, on SODRA's open data (Lithuanian state social insurance, believed CC BY 4.0; attribute SODRA): the proof that
 * no code, law or calendar in the program is Wushan's. One municipality, twelve months, NACE Rev. 2, codes of the place's own.
 */
import type { Mapping, Profile, SizeRule } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import { casework } from "../casework.ts";
import { levels } from "../levels.ts";
import { asvsPasswords } from "../sign-in.ts";
import { correspondence } from "./correspondence.ts";
import { industries } from "./industries.ts";
import { routing } from "./routing.ts";
import { closeDay, dominantEnterprises, noticeChance, redundancyNotice, thresholds } from "./thresholds.ts";

/** ISO 3166-2 code of Kaunas city, and its code in Lithuanian statistics (general knowledge, not read). */
const PLACE = "LT-15";
const MUNICIPALITY = "19";

const enterprises: Mapping = {
  kind: "register",
  layout: "long",
  columns: { code: ["code"], name: ["name"], region: ["municipality"], industry: ["nace6"] },
  ignore: ["nace_name"],
};

const panel: Mapping = {
  kind: "headcount",
  layout: "long",
  columns: { code: ["code"], month: ["month"], headcount: ["headcount"] },
  ignore: ["avg_wage_eur", "sodra_tax_eur"],
};

/** Commission Recommendation 2003/361/EC, by staff alone: the register holds no turnover. */
const sizeRule: SizeRule = {
  industries: [""],
  name: text("欧盟2003/361/EC号建议（按人数）", "Recommendation 2003/361/EC (by staff)"),
  large: { staff: 250 },
  medium: { staff: 50 },
  small: { staff: 10 },
};

export const kaunas: Profile = {
  name: "kaunas",
  title: text("考纳斯市（SODRA 公开数据）", "Kaunas city (SODRA open data)"),
  place: PLACE,
  codeScheme: "own",
  regions: [{ code: MUNICIPALITY, name: text("Kauno m. sav.", "Kauno m. sav."), parent: PLACE, kind: "municipality" }],
  industries,
  ownerships: [],
  departments: [
    { code: "employment-service", name: text("就业服务局", "Employment Service"), role: "office" },
    { code: "municipality", name: text("市政管理局", "Municipal administration"), role: "regulator" },
  ],
  regulations: [{ department: "municipality", industry: "" }],
  correspondence,
  routing,
  casework,
  levels,
  reductionTypes: [],
  reductionReasons: [],
  eventKinds: [
    {
      code: "redundancy-notice",
      name: text("集体裁员通知", "Notice of collective redundancy"),
      origin: redundancyNotice,
      group: "statutory",
      chance: noticeChance,
      announces: true, // art. 3 (1) of the directive: it says how many are to be made redundant
    },
  ],
  sizeRules: [sizeRule],
  policies: [],
  facts: [],
  sizeBands: [0, 10, 20, 50, 100, 250],
  thresholds,
  dominantEnterprises,
  calendar: { closeDay, springFestival: false },
  mappings: { kaunas: [panel, enterprises] },
  sources: [],
  acceptance: {
    stages: [],
    origin: {
      kind: "practice",
      note: text("公开数据已由发布机关审定", "open data, settled by the office that publishes it"),
    },
  },
  passwords: asvsPasswords,
};
