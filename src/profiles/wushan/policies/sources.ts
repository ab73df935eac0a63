import type { Origin } from "../../../../models/threshold.ts";
import { origin } from "../../threshold.ts";

/** Date of 渝府办发〔2023〕57号, the municipal measures that the county's order of 2023-12-29 shares out among departments. */
export const SINCE_MEASURES = "2023-07-27";
export const SINCE_MEASURES_MONTH = "2023-07";
/** Most items end with the year, two days after the county's order. */
export const END_OF_2023 = "2023-12-31";

/** An item of the founding document. */
export const item = (zh: string, en: string): Origin =>
  origin(
    "document",
    `巫山府办发〔2023〕57号第（${zh}）条（落实渝府办发〔2023〕57号）`,
    `巫山府办发〔2023〕57号, item ${en} (carrying out 渝府办发〔2023〕57号)`,
  );

export const ITEM_2 = item("二", "2");
export const ITEM_3 = item("三", "3");
export const ITEM_4 = item("四", "4");
export const ITEM_5 = item("五", "5");
export const ITEM_6 = item("六", "6");
export const ITEM_7 = item("七、十二", "7 and 12");
export const ITEM_9 = item("九", "9");
export const ITEM_11 = item("十一", "11");
export const ITEM_17 = item("十七", "17");
