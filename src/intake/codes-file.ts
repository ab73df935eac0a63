import { block, warn, warnOnce } from "./wording.ts";

const RESAVE = [
  "请用 Excel 或 WPS 打开后另存为 xlsx 再报送。",
  "Open it in Excel or WPS, save it as xlsx and send that.",
] as const;
const RESEND = ["请重新导出并重新报送该文件。", "Export the file again and send it again."] as const;
const UTF8 = ["请另存为“CSV UTF-8”格式后重新报送。", 'Save it as "CSV UTF-8" and send it again.'] as const;

/** The file as a whole, its package and its header. */
export const FILE_CODES = {
  "file-empty": block(["文件是空的（0 字节）。", "The file is empty (0 bytes)."], RESEND),
  "file-type-unknown": block(
    ["文件内容不是表格，而是 {found}。", "The file is not a table; it contains {found}."],
    ["请报送 xlsx、xls 或 csv 文件。", "Send an xlsx, xls or csv file."],
  ),
  "file-html": block(
    ["文件实际是网页（{found}），并非表格文件。", "The file is really a web page ({found}), not a table file."],
    RESAVE,
  ),
  "file-type-mismatch": warn(
    [
      "扩展名是 {extension}，内容却是 {found}，已按内容读取。",
      "The name ends in {extension}, the content is {found}; it was read by its content.",
    ],
    ["请核对扩展名，以免报错文件。", "Correct the extension, to be sure the right file was sent."],
  ),
  "file-too-large": block(
    ["文件超过 {limit} MB 的上限。", "The file is larger than the limit of {limit} MB."],
    ["请改报 csv，或按月份拆分。", "Send csv instead, or split the file by month."],
  ),
  "file-inflates": block(
    [
      "压缩内容展开后过大（{found}），可能是压缩炸弹，已拒收。",
      "The compressed content inflates too far ({found}), like a zip bomb; refused.",
    ],
    RESAVE,
  ),
  "file-encrypted": block(
    ["工作簿设有密码，无法读取。", "The workbook is protected by a password and cannot be read."],
    ["请取消密码后重新报送。", "Remove the password and send it again."],
  ),
  "text-utf16": block(["文本编码是 UTF-16，不接收。", "The text is encoded in UTF-16, which is not accepted."], UTF8),
  "text-encoding-invalid": block(
    [
      "第 {line} 行附近的文字既不是有效的 UTF-8 也不是 GB18030，文件可能已损坏。",
      "Near line {line} the text is neither valid UTF-8 nor GB18030; the file may be damaged.",
    ],
    UTF8,
  ),
  "text-binary": block(
    [
      "第 {line} 行附近含有二进制内容（NUL 字符），文件可能已损坏。",
      "Near line {line} there is binary content (a NUL character); the file may be damaged.",
    ],
    RESEND,
  ),
  "gzip-broken": block(
    ["gz 压缩文件损坏或不完整：{found}。", "The gzip file is damaged or incomplete: {found}."],
    RESEND,
  ),
  "quote-unclosed": block(
    [
      "第 {line} 行起有引号没有闭合，其后的行无法分开。",
      "From line {line} on a quotation mark is not closed, so the rows after it cannot be told apart.",
    ],
    ["请补上引号，或重新导出。", "Close the quotation mark or export the file again."],
  ),
  "line-too-long": block(
    ["第 {line} 行超过 {limit} MB，可能缺少换行。", "Line {line} is longer than {limit} MB; line ends may be missing."],
    RESEND,
  ),
  "columns-too-many": block(
    [
      "第 {line} 行有 {found} 列，超过 {limit} 列的上限。",
      "Line {line} has {found} columns, more than the limit of {limit}.",
    ],
    ["请删除多余的空列后重新报送。", "Delete the surplus columns and send it again."],
  ),
  "zip-broken": block(["xlsx 压缩包损坏：{found}。", "The xlsx package is damaged: {found}."], RESAVE),
  "zip-dtd": block(
    [
      "工作簿的 {found} 中含有 DTD/实体声明，存在安全风险，已拒收。",
      "{found} in the workbook declares a DTD or entities, which is unsafe; refused.",
    ],
    RESAVE,
  ),
  "workbook-not-sheets": block(
    ["压缩包内不是 xlsx 工作簿（{found}）。", "The package is not an xlsx workbook ({found})."],
    RESAVE,
  ),
  "workbook-broken": block(["工作簿无法读取：{found}。", "The workbook cannot be read: {found}."], RESAVE),
  "workbook-slow": block(
    ["读取工作簿超过 {limit} 秒，已中止。", "Reading the workbook took more than {limit} seconds and was stopped."],
    ["请改报 csv，或按月份拆分。", "Send csv instead, or split the file by month."],
  ),
  "workbook-memory": block(
    [
      "读取工作簿所需内存超过 {limit} MB，已中止。",
      "Reading the workbook needed more than {limit} MB of memory and was stopped.",
    ],
    ["请改报 csv，或按月份拆分。", "Send csv instead, or split the file by month."],
  ),
  "mapping-none": block(
    ["该数据源没有配置任何表的列对应关系。", "No table layout is configured for this source."],
    ["请在地区配置的 mappings 中为该数据源加上列对应关系。", "Add a mapping for this source to the profile."],
  ),
  "header-missing": block(
    [
      "缺少必需的列：{missing}。最接近的表头在第 {line} 行：{header}。",
      "Required columns are missing: {missing}. The closest header is on line {line}: {header}.",
    ],
    ["{suggestion}", "{suggestion}"],
  ),
  "header-duplicate": block(
    [
      "必需的列“{field}”出现了不止一次：{names}，无法判断用哪一列。",
      'The required column "{field}" is there more than once: {names}; which one counts cannot be told.',
    ],
    ["请只保留一列。", "Keep one of them."],
  ),
  "header-ambiguous": warn(
    [
      "“{field}”对应了多列：{names}，只采用第一个。",
      'Several columns can be "{field}": {names}; only the first is used.',
    ],
    ["请删除或改名其余的列。", "Delete or rename the others."],
  ),
  "header-month-twice": block(
    ["月份 {names} 出现了不止一列。", "Month {names} has more than one column."],
    ["每个月份只保留一列。", "Keep one column a month."],
  ),
  "header-unknown": warn(
    ["有未识别的列，未读取：{names}。", "Unknown columns were not read: {names}."],
    [
      "如果是需要的列，请改用模板中的表头，或在列对应关系中加上该名称。",
      "If they are needed, use the template's headers or add these names to the mapping.",
    ],
  ),
  "sheet-ignored": warn(
    [
      "工作簿有多张表，只读取了“{used}”，未读取：{names}。",
      'The workbook has several sheets; only "{used}" was read, not {names}.',
    ],
    ["如需导入其余的表，请分别报送。", "Send the other sheets as files of their own if they are needed."],
  ),
  "rows-none": block(
    ["表头之后没有任何数据行。", "There is no row of data after the header."],
    ["请确认报送的是填好的表。", "Make sure the filled-in table was sent."],
  ),
  "rows-mostly-bad": block(
    [
      "{bad} 行中有问题的超过一半（共读 {read} 行），整批不予接收；以上列出前面的问题。",
      "More than half of the rows are bad ({bad} of {read}), so nothing is taken; the first of them are listed.",
    ],
    [
      "多半是列错位或报错了表，请核对后重新报送。",
      "Columns are probably shifted or it is another table; check and send it again.",
    ],
  ),
  "cell-merged": warnOnce(
    [
      "有纵向合并的单元格，合并区内各行都按左上角的值读取。",
      "Cells are merged downwards; every row of the area was read with its top value.",
    ],
    ["请取消合并，每行都填写。", "Unmerge the cells and fill in each row."],
  ),
};
