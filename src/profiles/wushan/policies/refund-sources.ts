import { origin } from "../../threshold.ts";

/**
 * Documents the refund's variants rest on, beside the founding document, as read in public copies. Their first days are those
 * read there, but for 国发〔2022〕12号 and 人社部发〔2024〕40号 (general knowledge of their dates) and 国办发〔2025〕25号 (by its month).
 */
export const STATE_2022 = origin(
  "document",
  "国发〔2022〕12号等，2022年度稳岗返还（孝义市2022年7月转载）：中小微最高90%、大型50%，至2022年12月31日",
  "国发〔2022〕12号 and others, refund of 2022 (as reprinted by Xiaoyi, July 2022): up to 90 %, large 50 %, until 2022-12-31",
);
export const HANGZHOU_2022 = origin(
  "document",
  "杭州市2022年度失业保险稳岗返还：两种计算方式，符合其一即可；起始日期未载，按国家政策",
  "Hangzhou, refund of 2022: two formulas, either is enough; its first day is not given and taken from the national one",
);
export const HENGYANG_2021 = origin(
  "document",
  "衡阳市本级2021年稳岗返还：按月平均人数计算，任一结果达标即可；此处只列企业",
  "Hengyang, refund of 2021: over the monthly mean, either result is enough; enterprises only",
);
export const MINISTRY_2024 = origin(
  "document",
  "人社部发〔2024〕40号：不超过60%、30%，基金备付期限应在1年以上，至2024年12月31日",
  "人社部发〔2024〕40号: not above 60 and 30 %, where the fund could pay for a year, until 2024-12-31",
);
export const MINISTRY_2025 = origin(
  "document",
  "人社部发〔2025〕18号：不超过60%、30%，自2025年4月14日，至2025年12月31日",
  "人社部发〔2025〕18号: not above 60 and 30 %, from 2025-04-14 until 2025-12-31",
);
export const STATE_2025 = origin(
  "document",
  "国办发〔2025〕25号：上年末基金备付1年以上的统筹地区最高提至90%、50%",
  "国办发〔2025〕25号: up to 90 and 50 % where the fund could pay for a year at the last year-end",
);
export const CHONGQING_2025 = origin(
  "document",
  "渝人社规〔2025〕10号：中小微20%、大型10%，国家另有调整的从其规定（市人力社保局2025年6月12日解读）",
  "渝人社规〔2025〕10号: 20 %, large 10 %, unless the state decides otherwise (as explained by the municipal bureau, 2025-06-12)",
);
/** The national documents set no formula; the county's own is used where nobody says otherwise. */
export const COUNTY_FORMULA = origin(
  "convention",
  "国家文件未定公式，按巫山府办发〔2023〕57号第（六）条以上年末人数计算",
  "the national document sets no formula; as in item 6 of 巫山府办发〔2023〕57号, over the year-end before",
);
