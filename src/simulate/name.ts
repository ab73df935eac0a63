import { pick, type Random } from "./random.ts";

const FIRST = ["云", "江", "峡", "红", "青", "金", "瑞", "宏", "川", "渝", "锦", "晨", "明", "远", "神", "长"];
const SECOND = ["岭", "帆", "源", "叶", "泰", "达", "丰", "诚", "和", "盛", "辉", "峰", "航", "禾", "信", "林"];
const FORMS = ["有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司"];

/** 模拟·巫山云岭食品有限公司(0042): "模拟" in front and a number behind, so that nobody takes it for a real one. */
export const enterpriseName = (random: Random, place: string, trade: string, number: number): string =>
  `模拟·${place}${pick(random, FIRST)}${pick(random, SECOND)}${trade}${pick(random, FORMS)}(${String(number + 1).padStart(4, "0")})`;
