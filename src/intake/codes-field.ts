import { quarantine, warn, warnOnce } from "./wording.ts";

const FILL_IN = ["请填写该单元格后重新报送。", "Fill in the cell and send it again."] as const;
const WRITE_MONTH = ["请按 2023-01 的格式填写月份。", "Write the month like 2023-01."] as const;
const WRITE_DATE = ["请按 2023-01-31 的格式填写日期。", "Write the date like 2023-01-31."] as const;
const WRITE_NUMBER = ["请填写不带单位的整数。", "Write a whole number without a unit."] as const;

/** Single cells. */
export const FIELD_CODES = {
  "code-missing": quarantine(["没有填写统一社会信用代码。", "The enterprise code is missing."], FILL_IN),
  "code-damaged": quarantine(
    [
      "代码“{value}”已被 Excel 改成科学计数，原来的数字已丢失。",
      'Excel turned the code into a rounded number ("{value}"); its digits are lost.',
    ],
    ["请把该列设为“文本”格式后重新填写代码。", "Set the column's format to text and enter the code again."],
  ),
  "code-unusable": quarantine(
    ["代码过长或含有不可见字符。", "The code is too long or contains control characters."],
    ["请核对该列是否为代码。", "Check whether this column holds codes."],
  ),
  "code-format": warn(
    [
      "代码“{value}”不符合 18 位统一社会信用代码的格式，仍已接收。",
      '"{value}" does not have the form of an 18-character 统一社会信用代码; taken all the same.',
    ],
    ["请对照营业执照核对代码。", "Compare the code with the business licence."],
  ),
  "code-check": warn(
    [
      "代码“{value}”的校验位不符，仍已接收（早期试点代码会如此）。",
      'The check character of "{value}" does not fit; taken all the same (early pilot codes are like this).',
    ],
    ["请对照营业执照核对代码。", "Compare the code with the business licence."],
  ),
  "industry-missing": quarantine(["没有填写行业。", "The industry is missing."], FILL_IN),
  "industry-unknown": warn(
    [
      "行业“{value}”不在行业分类中，按“未分类”保留。",
      'Industry "{value}" is not in the classification; kept as unclassified.',
    ],
    ["请填写 GB/T 4754 的代码或名称。", "Write a code or name of the classification."],
  ),
  "region-unknown": warn(
    [
      "区划“{value}”不在本地区的区划中，按“未分类”保留。",
      'Region "{value}" is not one of this place; kept as unclassified.',
    ],
    ["请填写乡镇、街道的代码或全称。", "Write the code or full name of the town or street."],
  ),
  "ownership-unknown": warn(
    ["经济类型“{value}”未识别，按原文保留。", 'Ownership "{value}" is not known; kept as written.'],
    ["请填写配置中的代码或名称。", "Write a code or name from the profile."],
  ),
  "month-missing": quarantine(["没有填写月份。", "The month is missing."], WRITE_MONTH),
  "month-unreadable": quarantine(["月份“{value}”无法识别。", '"{value}" cannot be read as a month.'], WRITE_MONTH),
  "month-future": quarantine(
    ["月份 {value} 在今天（{today}）之后。", "Month {value} lies after today ({today})."],
    ["请核对月份。", "Check the month."],
  ),
  "date-missing": quarantine(["没有填写{field}。", "The {field} is missing."], WRITE_DATE),
  "date-unreadable": quarantine(
    ["{field}“{value}”无法识别。", '{field} "{value}" cannot be read as a date.'],
    WRITE_DATE,
  ),
  "date-future": quarantine(
    ["{field} {value} 在今天（{today}）之后。", "{field} {value} lies after today ({today})."],
    ["请核对日期。", "Check the date."],
  ),
  "published-early": warn(
    [
      "发布日期 {value} 早于所报的月份 {month}。",
      "The publication date {value} lies before the month it reports ({month}).",
    ],
    ["请核对发布日期和月份。", "Check the publication date and the month."],
  ),
  "headcount-missing": quarantine(
    ["没有填写{field}；未报不等于 0。", "The {field} is missing; not reported is not 0."],
    ["请填写人数；确实为零请填 0。", "Write the number of people; write 0 if there really is nobody."],
  ),
  "headcount-unreadable": quarantine(
    ["{field}“{value}”不是数字。", '{field} "{value}" is not a number.'],
    WRITE_NUMBER,
  ),
  "headcount-negative": quarantine(
    ["{field}“{value}”是负数。", '{field} "{value}" is negative.'],
    ["人数不能为负，请核对。", "People cannot be fewer than 0; check the number."],
  ),
  "headcount-decimal": quarantine(
    [
      "{field}“{value}”不是整数（换算成人是 {people}）。",
      '{field} "{value}" is not a whole number ({people} persons).',
    ],
    [
      "请按“人”填写整数；如以万人为单位，请在列对应关系中注明。",
      "Write whole persons; if the column counts 万人, say so in the mapping.",
    ],
  ),
  "headcount-too-large": quarantine(
    ["{field}“{value}”超过 {limit} 人的上限。", '{field} "{value}" is above the limit of {limit} persons.'],
    ["请核对数字和单位（人/万人）。", "Check the number and its unit (persons or 万人)."],
  ),
  "number-as-text": warnOnce(
    [
      "数字带有逗号、单位、空格或全角字符，已按数值读取。",
      "Numbers carry separators, units, spaces or full-width digits; read as numbers.",
    ],
    WRITE_NUMBER,
  ),
  "field-unreadable": warn(
    ["{field}“{value}”无法识别，按未填处理。", '{field} "{value}" cannot be read; treated as not reported.'],
    ["请核对该单元格。", "Check the cell."],
  ),
  "term-unknown": warn(
    [
      "{field}“{value}”不在规定的选项中，按未填处理。",
      '{field} "{value}" is not one of the listed items; treated as not reported.',
    ],
    ["请从选项中选择一项（名称含逗号的也是一项）。", "Choose an item of the list (a name with commas is one item)."],
  ),
  "event-kind-missing": quarantine(["没有填写动态类型。", "The kind of event is missing."], FILL_IN),
  "event-kind-unknown": quarantine(
    ["动态类型“{value}”未识别。", 'The kind of event "{value}" is not known.'],
    ["请填写配置中的动态类型代码或名称。", "Write a code or name of the profile's kinds of events."],
  ),
};
