import { type Month, monthOfYear, parseMonth } from "../../models/month.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { Industry, Profile, Region } from "../../models/profile.ts";
import { text } from "../../models/text.ts";

export interface TestEnterprise {
  /** Ends at the panel's month; null is a month without a report. */
  readonly history: readonly (number | null)[];
  readonly first?: number;
  readonly dispatch?: number;
  readonly dispatchBefore?: number;
  readonly hidden?: number;
  readonly industry?: number;
  readonly region?: number;
  readonly closed?: boolean;
}

/** A panel written by hand, one line an enterprise; all histories are as long as the first. */
export function handPanel(month: string, enterprises: readonly TestEnterprise[]): Panel {
  const width = enterprises[0]?.history.length ?? 13;
  const ints = (of: (e: TestEnterprise, i: number) => number) => Int32Array.from(enterprises, of);
  return {
    month: parseMonth(month),
    size: enterprises.length,
    width,
    enterprise: ints((_, i) => i + 1),
    headcount: Int32Array.from(enterprises.flatMap((e) => e.history.map((h) => h ?? GAP))),
    dispatch: ints((e) => e.dispatch ?? GAP),
    dispatchBefore: ints((e) => e.dispatchBefore ?? GAP),
    hidden: ints((e) => e.hidden ?? GAP),
    firstHeadcount: ints((e) => e.first ?? e.history.find((h) => h !== null) ?? 0),
    industry: ints((e) => e.industry ?? -1),
    region: ints((e) => e.region ?? -1),
    closed: Uint8Array.from(enterprises, (e) => (e.closed ? 1 : 0)),
    transferred: new Uint8Array(enterprises.length),
    transferredMonth: new Int32Array(enterprises.length).fill(GAP),
  };
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Enterprises of all sizes that drift, fall silent and close, some without industry or region. */
export function randomPanel(size: number, profile: Profile, month: Month, width = 37, seed = 7): Panel {
  const random = seeded(seed);
  const column = () => new Int32Array(size).fill(GAP);
  const panel = {
    ...{ month, size, width, headcount: new Int32Array(size * width).fill(GAP) },
    ...{ enterprise: column(), dispatch: column(), dispatchBefore: column(), hidden: column() },
    ...{ firstHeadcount: column(), industry: column(), region: column() },
    ...{ closed: new Uint8Array(size), transferred: new Uint8Array(size), transferredMonth: column() },
  };
  for (let r = 0; r < size; r++) fillRow(panel, r, profile, random);
  return panel;
}

function fillRow(panel: Panel & { width: number }, r: number, profile: Profile, random: () => number): void {
  const { width, month } = panel;
  panel.enterprise[r] = r + 1;
  panel.industry[r] = random() < 0.03 ? -1 : Math.floor(random() * profile.industries.length);
  panel.region[r] = random() < 0.03 ? -1 : Math.floor(random() * profile.regions.length);
  const closes = random() < 0.02 ? Math.floor(random() * width) : width;
  let people = Math.round(5 + 20 * random() ** -0.7);
  panel.firstHeadcount[r] = people;
  for (let m = random() < 0.1 ? Math.floor(random() * width) : 0; m < closes; m++) {
    const festival = monthOfYear(month - width + 1 + m) <= 2 ? -0.02 : 0.004;
    people = Math.max(0, Math.round(people * (1 + festival + (random() - 0.505) * 0.06)));
    if (random() > 0.03) panel.headcount[r * width + m] = people;
  }
  panel.closed[r] = closes < width ? 1 : 0;
  if (panel.headcount[(r + 1) * width - 1] === GAP) return;
  panel.dispatch[r] = random() < 0.2 ? Math.round(people * 0.1) : GAP;
  panel.dispatchBefore[r] = random() < 0.2 ? Math.round(people * 0.11) : GAP;
  panel.hidden[r] = random() < 0.7 ? Math.round(people * 0.02 * random()) : GAP;
}

const industry = (code: string, zh: string, parent: string | null, sector: 1 | 2 | 3 | null): Industry => ({
  code,
  name: text(zh, code),
  parent,
  sector,
});

const region = (code: string, zh: string, parent: string | null, kind: string): Region => ({
  code,
  name: text(zh, code),
  parent,
  kind,
});

/** A small county: two sections whose sectors are not those of their letters, towns, Spring Festival on. */
export const COUNTY: Pick<Profile, "place" | "title" | "regions" | "industries" | "sizeBands"> = {
  place: "500237",
  title: text("巫山县", "Wushan"),
  regions: [
    region("500237", "巫山县", "500000", "county"),
    region("500237001", "高唐街道", "500237", "street"),
    region("500237100", "庙宇镇", "500237", "town"),
    region("500237101", "大昌镇", "500237", "town"),
  ],
  industries: [
    industry("A", "农、林、牧、渔业", null, 1),
    industry("01", "农业", "A", 1),
    industry("05", "农、林、牧、渔专业及辅助性活动", "A", 3),
    industry("C", "制造业", null, 2),
    industry("13", "农副食品加工业", "C", 2),
    industry("131", "谷物磨制", "13", null),
    industry("39", "计算机、通信和其他电子设备制造业", "C", 2),
    industry("43", "金属制品、机械和设备修理业", "C", 3),
    industry("F", "批发和零售业", null, 3),
    industry("52", "零售业", "F", 3),
  ],
  sizeBands: [0, 10, 50, 250],
};
