import { Readable } from "node:stream";
import * as XLSX from "@e965/xlsx";
import type { Finding } from "../../../models/finding.ts";
import type { Mapping, Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import { BlockedBatch } from "../../../src/intake/blocked-batch.ts";
import { type Counts, type Known, openIntake, type RecordBlock } from "../../../src/intake/intake.ts";
import { wushan } from "../../../src/profiles/wushan/index.ts";
import type { Delivery } from "../../../src/sources/delivery.ts";

/** Real codes whose check characters hold (domain.md 2.6). */
export const A = "91350200776049653A";
export const B = "91350503MA31DKY80A";
export const C = "91350200MA31E12PXF";

const event = { kind: "document", note: text("测试", "test") } as const;

/** Wushan's codes with short lists, so that a test shows all that matters. */
export const profile: Profile = {
  ...wushan,
  reductionTypes: [
    { id: 1, name: text("关闭破产", "closure or bankruptcy") },
    { id: 3, name: text("经济性裁员", "layoff"), aliases: ["裁员"] },
  ],
  reductionReasons: [
    { id: 4, name: text("订单不足", "lack of orders") },
    { id: 9, name: text("税收政策变化（包括税负增加、出口退税减少等）", "tax changes, including refunds") },
  ],
  eventKinds: [
    { code: "layoff-plan", name: text("裁员方案报告", "layoff plan"), aliases: ["裁员报告"], origin: event },
  ],
  ownerships: [{ code: "state", name: text("国有企业", "state-owned") }],
};

export const headcount: Mapping = {
  kind: "headcount",
  layout: "long",
  columns: {
    code: ["统一社会信用代码", "信用代码"],
    name: ["单位名称"],
    month: ["月份"],
    headcount: ["用工人数", "参保人数"],
    dispatch: ["劳务派遣人数"],
    hidden: ["隐性失业人数"],
    hired: ["新招人数"],
    departed: ["减员人数"],
    reductionType: ["减少类型"],
    reason1: ["主要原因"],
    reason2: ["次要原因"],
    publishedOn: ["报送日期"],
  },
  ignore: ["序号"],
};

export const wide: Mapping = {
  kind: "headcount",
  layout: "wide",
  columns: { code: ["统一社会信用代码"], name: ["单位名称"], industry: ["行业"], region: ["乡镇"] },
  monthHeader: "^(?<year>\\d{4})[-年](?<month>\\d{1,2})月?$",
};

export const event_: Mapping = {
  kind: "event",
  layout: "long",
  columns: {
    code: ["统一社会信用代码"],
    kind: ["动态类型"],
    occurredOn: ["发生日期"],
    people: ["涉及人数"],
    note: ["说明"],
  },
};

export const industry: Mapping = {
  kind: "industry",
  layout: "long",
  columns: { industry: ["行业"], region: ["乡镇"], month: ["月份"], headcount: ["用工人数"] },
};

export const register: Mapping = {
  kind: "register",
  layout: "long",
  columns: {
    code: ["统一社会信用代码"],
    name: ["单位名称"],
    industry: ["行业"],
    region: ["乡镇"],
    ownership: ["经济类型"],
    revenue: ["营业收入"],
    keyEnterprise: ["重点企业"],
    successor: ["承继企业代码"],
    successorKind: ["承继方式"],
    validFrom: ["开业日期"],
  },
};

export const mappings: readonly Mapping[] = [headcount, wide, event_, industry, register];

export function known(changes: Partial<Known> = {}): Known {
  return {
    profile,
    mappings,
    today: "2024-06-15",
    publishedOn: "2024-06-15",
    lastHeadcount: () => undefined,
    ...changes,
  };
}

/** A delivery of these bytes, in chunks of a size that is no one's block. */
export function deliver(content: string | Buffer, name = "table.csv", chunk = 50_000): Delivery {
  const bytes = Buffer.from(content as string);
  const parts = function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };
  return { name, size: bytes.length, open: async () => Readable.from(parts(), { objectMode: false }) };
}

export interface Taken {
  readonly kind: "open" | "blocked" | "skipped";
  readonly blocks: readonly RecordBlock[];
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Counts> | null;
}

/** Everything the intake says about a delivery. */
export async function take(delivery: Delivery, about: Known = known()): Promise<Taken> {
  const intake = await openIntake(delivery, about);
  if (intake.kind === "skipped") return { kind: "skipped", blocks: [], findings: [], counts: null };
  if (intake.kind === "blocked") return { kind: "blocked", blocks: [], findings: intake.findings, counts: null };
  const blocks: RecordBlock[] = [];
  try {
    for await (const block of intake.blocks) blocks.push(block);
  } catch (error) {
    if (!(error instanceof BlockedBatch)) throw error;
    return { kind: "blocked", blocks, findings: error.findings, counts: null };
  }
  return { kind: "open", blocks, findings: intake.findings(), counts: intake.counts() };
}

export const takeText = (content: string, about?: Known) => take(deliver(content), about);

/** Code, cell and severity of each finding: what most tests are about. */
export const told = ({ findings }: Taken) => findings.map(({ code, cell }) => `${code} ${cell ?? "-"}`);

type RecordsOf<K extends RecordBlock["kind"]> = Extract<RecordBlock, { kind: K }>["records"][number];

export const recordsOf = <K extends RecordBlock["kind"]>({ blocks }: Taken, kind: K): RecordsOf<K>[] =>
  blocks.filter((block) => block.kind === kind).flatMap((block) => [...block.records] as RecordsOf<K>[]);

/** [code, month as year × 12 + month − 1, headcount] of each headcount. */
export const headcounts = (taken: Taken) =>
  recordsOf(taken, "headcount").map(({ code, month, headcount: people }) => [code, month, people]);

type Cells = readonly (readonly unknown[])[];

export function workbook(
  sheets: Readonly<Record<string, Cells | XLSX.WorkSheet>>,
  type: "xlsx" | "biff8" = "xlsx",
): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, cells] of Object.entries(sheets)) {
    const sheet = Array.isArray(cells) ? XLSX.utils.aoa_to_sheet(cells as unknown[][]) : (cells as XLSX.WorkSheet);
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return XLSX.write(book, { type: "buffer", bookType: type, bookSST: true }) as Buffer;
}

export const M202401 = 2024 * 12;
