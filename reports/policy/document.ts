import { type Language, type Text, text } from "../../models/text.ts";
import type { ReportDocument, TableBlock } from "../document/document.ts";
import { dateWords } from "../wording/dates.ts";

/** Where a list of policies comes from. */
export interface PolicySources {
  readonly title: Text;
  /** The date assessed for, and the last date on which anything it rests on became known. */
  readonly date: string;
  readonly knownOn: string;
  readonly simulated: boolean;
}

/** Tables of policies as a document, so that the formats of reports write them. Their lists are a working paper, not for issue. */
export function policyDocument(
  { title, date, knownOn, simulated }: PolicySources,
  tables: readonly TableBlock[],
  language: Language,
): ReportDocument {
  const said = text(`${title.zh}扶持政策适用情况`, `Support policies: ${title.en}`);
  const source = (name: Text, value: Text) => ({ name: name[language], text: value[language] });
  return {
    id: `policies-${date}`,
    language,
    title: said[language],
    marks: [...(simulated ? [SIMULATED[language]] : []), INTERNAL[language]],
    head: { issuer: title[language], number: null, addressee: null, date: null, copies: [] },
    sources: [
      source(text("适用日期", "Assessed for"), dateWords(date)),
      source(text("数据截至", "Known until"), dateWords(knownOn)),
      source(text("说明", "Note"), REVIEWED),
    ],
    blocks: tables,
  };
}

const SIMULATED = text("【模拟数据】", "[simulated data]");
const INTERNAL = text("内部使用", "internal");
const REVIEWED = text(
  "按现有数据推算，供主动服务和核实使用，以经办机构审核为准",
  "reckoned from the data at hand, to offer and to verify; the agency decides",
);
