import { createHash } from "node:crypto";
import { dayOf } from "../../models/instant.ts";
import type { RecordKind } from "../../models/record.ts";
import { reachOf } from "../../models/rights/reach.ts";
import { type Text, text } from "../../models/text.ts";
import { MEDIA_TYPES } from "../../reports/formats/media-types.ts";
import { sameBatches } from "../../src/db/batch.ts";
import { type NewUpload, uploadBytes, uploadFindings } from "../../src/db/upload.ts";
import { BlockedBatch } from "../../src/intake/intake.ts";
import { markWorkbook } from "../../src/intake/mark/mark-workbook.ts";
import { templateMapping, templateOf } from "../../src/intake/template.ts";
import type { IntakeDesk } from "../../src/web/intake-desk.ts";
import { checkFile } from "../upload/check-file.ts";
import { correctCell } from "../upload/correct-cell.ts";
import { correctionFile } from "../upload/correction-file.ts";
import { alreadyImported, correctionBad, notMarkable, publishedLater } from "../upload/problems.ts";
import { takeUpload } from "../upload/take-upload.ts";
import { deliveryOf, orderFor, type Place, peopleSource } from "../upload/upload-order.ts";

const KINDS: readonly (readonly [RecordKind, Text])[] = [
  ["headcount", text("用工月报表", "Monthly headcounts")],
  ["register", text("企业名录", "Register of enterprises")],
  ["event", text("企业动态", "Events")],
  ["fact", text("政策事项", "Facts for policies")],
  ["application", text("政策申领", "Applications")],
  ["industry", text("行业汇总", "Industry totals")],
];

/** Findings kept with a file: as many as a person could ever work through. */
const MOST_FINDINGS = 5000;

/** What the pages do with files, by the functions that imports are made of. */
export function intakeDeskOf(place: Place): IntakeDesk {
  const { profile } = place;
  const mappings = profile.mappings[peopleSource(profile)] ?? [];
  const templates = KINDS.flatMap(([kind, name]) => (templateMapping(mappings, kind) ? [{ kind, name }] : []));
  return {
    templates,
    template: (kind) => {
      const mapping = templateMapping(mappings, kind);
      const name = templates.find((one) => one.kind === kind)?.name;
      return mapping && name
        ? { name: `${name.zh}模板.xlsx`, type: MEDIA_TYPES.xlsx, bytes: templateOf(profile, mapping) }
        : null;
    },
    check: (file, by, publishedOn) => check(place, file, by, publishedOn),
    correction: async (figure, by) => {
      const { file, before } = await correctionFile(place, figure, by);
      const checked = await check(place, file, by, null);
      const bad = checked.findings.find(({ severity }) => severity !== "warn");
      if (bad) throw correctionBad(bad.message, bad.repair);
      return { checked, before };
    },
    take: (tx, upload) => takeUpload(tx, place, upload),
    correct: (tx, upload, cell, value) => correctCell(tx, place, upload, cell, value),
    marked: async (db, upload, language) => {
      const bytes = await uploadBytes(db, upload.id);
      if (bytes === null) return null;
      const findings = await uploadFindings(db, upload.id);
      const marked = await markWorkbook({ name: upload.name, bytes }, findings, language).catch(unmarkable);
      const name = `${upload.name.replace(/\.\w+$/, "")}-${language === "zh" ? "检查结果" : "checked"}.xlsx`;
      return { name, type: MEDIA_TYPES.xlsx, bytes: marked };
    },
  };
}

/** What could not be read cannot be marked either. */
function unmarkable(error: unknown): never {
  throw error instanceof BlockedBatch && error.findings[0] ? notMarkable(error.findings[0]) : error;
}

async function check(
  place: Place,
  { name, bytes }: Parameters<IntakeDesk["check"]>[0],
  by: Parameters<IntakeDesk["check"]>[1],
  publishedOn: string | null,
): Promise<NewUpload> {
  const { db, clock } = place;
  const today = dayOf(clock());
  if (publishedOn !== null && publishedOn > today) throw publishedLater(publishedOn, today);
  const order = await orderFor(db, place, by, publishedOn);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [known] = await sameBatches(db, order.source, sha256);
  if (known) throw alreadyImported(name, known.id);
  const { findings, ...checked } = await checkFile(db, deliveryOf(name, bytes), order);
  return {
    ...{ source: order.source, name, sha256, bytes, publishedOn: order.publishedOn, uploadedBy: by.id, ...checked },
    findings: findings.slice(0, MOST_FINDINGS).map((finding) => ({ ...finding, rawRow: null })),
    findingCount: findings.length,
    wholePlace: reachOf(by, "import").all,
  };
}
