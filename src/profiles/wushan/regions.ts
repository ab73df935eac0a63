import type { Region } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";

/**
 * The 26 towns and streets of 巫山县 (GB/T 2260 code 500237): 2 streets, 11 towns, 13 townships. Nine-digit codes as in the NBS
 * codes for statistical use, read in a public copy of that list (modood/Administrative-divisions-of-China, dist/streets.csv)
 * and found the same in two other public copies. NBS writes 红椿乡 and 邓家乡; the county's own site writes 红椿土家族乡, and 邓家土家族乡
 * is general knowledge, not read: short forms resolve to both.
 * No region stands for a park: a park lies in a town, and an enterprise counted in both would be counted twice.
 */
export const PLACE = "500237";

type Row = readonly [code: string, kind: "street" | "town" | "township", zh: string, en: string];

// biome-ignore format: a table reads better in columns
const ROWS: readonly Row[] = [
  ["500237001", "street",   "高唐街道",     "Gaotang Street"],
  ["500237002", "street",   "龙门街道",     "Longmen Street"],
  ["500237101", "town",     "庙宇镇",       "Miaoyu Town"],
  ["500237102", "town",     "大昌镇",       "Dachang Town"],
  ["500237103", "town",     "福田镇",       "Futian Town"],
  ["500237104", "town",     "龙溪镇",       "Longxi Town"],
  ["500237105", "town",     "双龙镇",       "Shuanglong Town"],
  ["500237106", "town",     "官阳镇",       "Guanyang Town"],
  ["500237107", "town",     "骡坪镇",       "Luoping Town"],
  ["500237108", "town",     "抱龙镇",       "Baolong Town"],
  ["500237109", "town",     "官渡镇",       "Guandu Town"],
  ["500237110", "town",     "铜鼓镇",       "Tonggu Town"],
  ["500237111", "town",     "巫峡镇",       "Wuxia Town"],
  ["500237200", "township", "红椿土家族乡", "Hongchun Tujia Township"],
  ["500237207", "township", "两坪乡",       "Liangping Township"],
  ["500237208", "township", "曲尺乡",       "Quchi Township"],
  ["500237210", "township", "建平乡",       "Jianping Township"],
  ["500237211", "township", "大溪乡",       "Daxi Township"],
  ["500237214", "township", "金坪乡",       "Jinping Township"],
  ["500237216", "township", "平河乡",       "Pinghe Township"],
  ["500237219", "township", "当阳乡",       "Dangyang Township"],
  ["500237222", "township", "竹贤乡",       "Zhuxian Township"],
  ["500237225", "township", "三溪乡",       "Sanxi Township"],
  ["500237227", "township", "培石乡",       "Peishi Township"],
  ["500237229", "township", "笃坪乡",       "Duping Township"],
  ["500237231", "township", "邓家土家族乡", "Dengjia Tujia Township"],
];

export const regions: readonly Region[] = ROWS.map(([code, kind, zh, en]) => ({
  code,
  kind,
  name: text(zh, en),
  parent: PLACE,
}));
