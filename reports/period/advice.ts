import { text } from "../../models/text.ts";
import type { Advice } from "../advice/advice.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";
import { MOVEMENT_BOUNDS } from "../movement-bounds.ts";
import { rateInWords, shareInWords } from "../number.ts";
import { enterprises, shortChange } from "../wording/change.ts";
import { shareOrCounts } from "../wording/few.ts";
import { list, NOTHING } from "../wording/say.ts";
import type { PeriodFacts } from "./facts.ts";
import { type PeriodGroup, toldGroups } from "./group.ts";

/** Groups named in one demand. */
const NAMED = 3;

/** What the months ask for, by rule; each names the fact it rests on. */
export const periodAdvice = (facts: PeriodFacts): readonly Advice[] => [
  ...fallenAdvice(facts),
  ...reportingAdvice(facts),
  ...openAdvice(facts),
  ...slowerAdvice(facts),
];

function fallenAdvice({ groups }: PeriodFacts): Advice[] {
  const fell = toldGroups(groups.region)
    .filter(({ figure: f }) => f.matched >= ADVICE_LIMITS.fewestCompared.value)
    .filter(({ figure: f }) => f.rate !== null && f.rate <= -MOVEMENT_BOUNDS.marked.value)
    .toSorted((a, b) => a.figure.rate! - b.figure.rate!);
  if (fell.length === 0) return [];
  const named = list(fell.slice(0, NAMED).map(({ name, figure }) => shortChange(name, figure)));
  return [
    {
      code: "fallen",
      urge: text(
        "用工大幅下降的乡镇（街道）逐户核实减员去向，报送稳岗措施",
        "have townships that fell far find out where people went and report what they do",
      ),
      because: text(`共${fell.length}个，降幅居前的${named.zh}`, `${fell.length} of them, first ${named.en}`),
    },
  ];
}

function reportingAdvice({ groups, bounds }: PeriodFacts): Advice[] {
  const share = ({ reporting }: PeriodGroup) =>
    reporting === null || reporting.expected === 0 ? 1 : reporting.reported / reporting.expected;
  const late = groups.region.filter((group) => share(group) < bounds.coverage.value);
  if (late.length === 0) return [];
  const named = list(
    late
      .toSorted((a, b) => share(a) - share(b))
      .slice(0, NAMED)
      .map((group) => {
        const { zh, en } = shareOrCounts(group.reporting!.reported, group.reporting!.expected, "户次");
        return text(`${group.name.zh}${zh}`, `${group.name.en} ${en}`);
      }),
  );
  const least = shareInWords(bounds.coverage.value);
  return [
    {
      code: "reporting",
      urge: text(
        "报送率偏低的乡镇（街道）落实专人催报，下期前补齐",
        "have townships with few reports name somebody to ask for them before the next period",
      ),
      because: text(
        `报送率低于${least.zh}的${late.length}个：${named.zh}`,
        `${late.length} below ${least.en}: ${named.en}`,
      ),
    },
  ];
}

function openAdvice({ whole, groups }: PeriodFacts): Advice[] {
  const { severe } = whole.alerts!;
  if (severe === 0) return [];
  const desks = groups.department.filter(({ alerts }) => alerts !== null && alerts.severe > 0);
  const shared = desks.reduce((sum, { alerts }) => sum + alerts!.severe, 0) > severe;
  const named = list(
    desks
      .toSorted((a, b) => b.alerts!.severe - a.alerts!.severe)
      .slice(0, NAMED)
      .map(({ name, alerts }) => text(`${name.zh}${enterprises(alerts!.severe).zh}`, `${name.en} (${alerts!.severe})`)),
  );
  const { zh, en } = enterprises(severe);
  const note = shared ? text("（多部门共管的分别计入）", " (those of several departments count at each)") : NOTHING;
  return [
    {
      code: "severe",
      urge: text(
        "主管部门对期末维持的较重等级预警企业逐户提出处置意见并报办公室",
        "have departments say for each enterprise still on a severe alert what is to be done",
      ),
      because: text(
        `期末维持的前两级预警${zh}${named.zh === "" ? "" : `，涉及${named.zh}${note.zh}`}`,
        `${en} on the two most severe levels${named.en === "" ? "" : `: ${named.en}${note.en}`}`,
      ),
    },
  ];
}

/** The months did worse than the same ones a year before, by more than a slight change. */
function slowerAdvice({ whole }: PeriodFacts): Advice[] {
  const { figure, lastYear } = whole;
  if (figure.rate === null || lastYear === null || figure.rate >= 0) return [];
  if (lastYear - figure.rate <= MOVEMENT_BOUNDS.slight.value) return [];
  const [now, then] = [rateInWords(figure.rate), rateInWords(lastYear)];
  return [
    {
      code: "slower",
      urge: text(
        "对照上年同期查找差距，研判后续用工走势",
        "find out what is different from a year before and what comes next",
      ),
      because: text(
        `本期变动率${now.zh}，上年同期${then.zh}`,
        `${now.en} now, ${then.en} in the same months a year before`,
      ),
    },
  ];
}
