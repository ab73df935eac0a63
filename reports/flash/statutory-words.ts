import { type Text, text } from "../../models/text.ts";
import { list, NOTHING } from "../wording/say.ts";
import type { FlashFacts } from "./facts.ts";
import { type Finding, findingOf } from "./statutory.ts";

export const statutorySentence = ({ statutory }: Pick<FlashFacts, "statutory">): Text =>
  statutory === null ? PEOPLE_UNKNOWN : SENTENCES[findingOf(statutory)](statutory);

const PEOPLE_UNKNOWN = text(
  "涉及人数不详，是否达到劳动合同法第四十一条的界限须先核实。",
  "How many are concerned is not known: whether a line of art. 41 is reached has to be found out first.",
);

type Lines = NonNullable<FlashFacts["statutory"]>;

const SENTENCES: Readonly<Record<Finding, (lines: Lines) => Text>> = {
  reached: (lines) => {
    const reached = list([
      ...(lines.people ? [text("二十人以上", "twenty people or more")] : []),
      ...(lines.share ? [text("职工总数百分之十以上", "a tenth of the staff or more")] : []),
    ]);
    return text(
      `涉及人数达到劳动合同法第四十一条规定的${reached.zh}；如属裁减人员，应提前三十日说明情况、听取意见并报告方案。动态不等于裁员，须核实。`,
      `Those concerned reach ${reached.en} (art. 41); if they are laid off, staff are told and heard and the plan is reported thirty days before. An event is no layoff yet and has to be looked into.`,
    );
  },
  unknown: () =>
    text(
      "涉及人数不满二十人；职工总数不详，是否达到劳动合同法第四十一条规定的百分之十须先核实。",
      "Fewer than twenty are concerned; the staff is not known, so whether they are a tenth of it (art. 41) has to be found out first.",
    ),
  below: () =>
    text(
      "涉及人数未达到劳动合同法第四十一条规定的二十人或职工总数百分之十；分批减员应合并看。",
      "Those concerned reach neither twenty nor a tenth of the staff (art. 41); several small rounds are seen together.",
    ),
};

export const reportedAsSentence = ({ reportedAs }: Pick<FlashFacts, "reportedAs">): Text =>
  reportedAs === undefined
    ? NOTHING
    : text(
        `来报类型为“${reportedAs.zh}”，与涉及人数不符，请核对来报。`,
        `It came as “${reportedAs.en}”, which those concerned gainsay: the report has to be checked.`,
      );
