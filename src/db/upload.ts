import type { Finding } from "../../models/finding.ts";
import type { RecordKind } from "../../models/record.ts";
import type { Reach } from "../../models/rights/reach.ts";
import type { BatchCounts } from "./batch.ts";
import type { Db } from "./db.ts";
import { at, momentOf } from "./moment.ts";
import { reachParams } from "./scope/in-reach.ts";
import { uploadInReach } from "./upload-step.ts";

/** A file as it was handed in and checked. */
export interface NewUpload {
  readonly source: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly publishedOn: string;
  readonly uploadedBy: number;
  /** null: not even that is known. */
  readonly kind: RecordKind | null;
  readonly verdict: "ready" | "blocked";
  readonly counts: BatchCounts;
  readonly findings: readonly Finding[];
  /** Findings in all; more than are kept when there are very many. */
  readonly findingCount: number;
  readonly enterprises: readonly string[];
  readonly wholePlace: boolean;
}

/** checked: to be imported or repaired. waiting: for acceptance. expired: never imported, and its bytes are gone. */
export type UploadState = "checked" | "waiting" | "refused" | "imported" | "expired";

export interface Upload extends Omit<NewUpload, "bytes" | "findings" | "enterprises"> {
  readonly id: number;
  readonly sizeBytes: number;
  readonly uploader: string;
  /** Milliseconds since 1970. */
  readonly uploadedAt: number;
  readonly state: UploadState;
  /** Stages of acceptance behind it. */
  readonly passed: number;
  readonly batch: number | null;
  readonly correctionBatch: number | null;
}

export async function keepUpload(tx: Db, upload: NewUpload, now: number): Promise<number> {
  const { source, name, sha256, bytes, publishedOn, uploadedBy, kind, verdict, wholePlace } = upload;
  const [row] = await tx.query<{ id: number }>(
    `insert into upload (source, name, sha256, size_bytes, bytes, published_on, uploaded_by, uploaded_at, kind, verdict,
       counts, findings, finding_count, enterprises, whole_place, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'checked') returning id`,
    [
      ...[source, name, sha256, bytes.length, bytes, publishedOn, uploadedBy, at(now), kind, verdict],
      ...[JSON.stringify(upload.counts), JSON.stringify(upload.findings), upload.findingCount],
      ...[upload.enterprises, wholePlace],
    ],
  );
  return row!.id;
}

const UPLOAD = `u.id, u.source, u.name, u.sha256, u.size_bytes as "sizeBytes", u.published_on as "publishedOn",
  u.uploaded_by as "uploadedBy", p.name as uploader, u.uploaded_at as "uploadedAt", u.kind, u.verdict, u.counts,
  u.finding_count as "findingCount", u.whole_place as "wholePlace", u.state, u.passed, u.batch_id as batch,
  u.correction_batch_id as "correctionBatch"`;

interface UploadRow extends Omit<Upload, "uploadedAt"> {
  readonly uploadedAt: string;
}

const toUpload = (row: UploadRow): Upload => ({ ...row, uploadedAt: momentOf(row.uploadedAt) });

export async function uploadById(db: Db, id: number): Promise<Upload | null> {
  const [row] = await db.query<UploadRow>(
    `select ${UPLOAD} from upload u join person p on p.id = u.uploaded_by where u.id = $1`,
    [id],
  );
  return row ? toUpload(row) : null;
}

/** Files that a person handed in, and those that are theirs to review, up to a number, newest first. */
export async function uploadsSeenBy(
  db: Db,
  person: number,
  reach: Reach,
  { upTo, size }: { readonly upTo: number | null; readonly size: number },
): Promise<Upload[]> {
  const rows = await db.query<UploadRow>(
    `select ${UPLOAD} from upload u join person p on p.id = u.uploaded_by
     where (u.uploaded_by = $1 or ${uploadInReach(4)}) and ($2::integer is null or u.id <= $2)
     order by u.id desc limit $3`,
    [person, upTo, size, ...reachParams(reach)],
  );
  return rows.map(toUpload);
}

/** Waiting files that a person has had no hand in, and whether all their enterprises are within reach; oldest first. */
export const waitingUploads = (
  db: Db,
  person: number,
  reach: Reach,
): Promise<(Pick<Upload, "id" | "passed" | "wholePlace"> & { readonly within: boolean })[]> =>
  db.query(
    `select u.id, u.passed, u.whole_place as "wholePlace", ${uploadInReach(2)} as within from upload u
     where u.state = 'waiting' and u.uploaded_by <> $1 and not exists (
       select from upload_step s where s.upload_id = u.id and s.kind = 'pass' and s.by_person = $1) order by u.id`,
    [person, ...reachParams(reach)],
  );

/** The file somebody handed in already and that still stands, by its content. */
export async function sameUpload(db: Db, person: number, source: string, sha256: string): Promise<number | null> {
  const [row] = await db.query<{ id: number }>(
    `select id from upload where uploaded_by = $1 and source = $2 and sha256 = $3 and state in ('checked', 'waiting')`,
    [person, source, sha256],
  );
  return row?.id ?? null;
}

/** How many files of somebody's stand unfinished. */
export async function openUploads(db: Db, person: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    "select count(*)::integer as count from upload where uploaded_by = $1 and state in ('checked', 'waiting')",
    [person],
  );
  return row!.count;
}

export async function uploadFindings(db: Db, id: number): Promise<Finding[]> {
  const [row] = await db.query<{ findings: Finding[] }>("select findings from upload where id = $1", [id]);
  return row?.findings ?? [];
}

export async function uploadBytes(db: Db, id: number): Promise<Uint8Array | null> {
  const [row] = await db.query<{ bytes: Uint8Array | null }>("select bytes from upload where id = $1", [id]);
  return row?.bytes ?? null;
}

export interface UploadChange {
  readonly state: UploadState;
  readonly passed: number;
  readonly batch?: number;
  readonly correctionBatch?: number | null;
}

/** Moves a file on; false when somebody else has done so meanwhile. */
export async function moveUpload(tx: Db, from: Upload, to: UploadChange): Promise<boolean> {
  const moved = await tx.query(
    `update upload set state = $4, passed = $5, batch_id = $6, correction_batch_id = $7
     where id = $1 and state = $2 and passed = $3 returning id`,
    [from.id, from.state, from.passed, to.state, to.passed, to.batch ?? null, to.correctionBatch ?? null],
  );
  return moved.length === 1;
}

/** Holds a file until the transaction ends; false when somebody else has moved it on meanwhile. */
export async function holdUpload(tx: Db, { id, state, passed }: Upload): Promise<boolean> {
  const held = await tx.query("select id from upload where id = $1 and state = $2 and passed = $3 for update", [
    ...[id, state, passed],
  ]);
  return held.length === 1;
}

/** Lets go of the tries at a file that could not be imported, once its owner hands it in again. */
export const expireTries = (tx: Db, person: number, name: string): Promise<unknown> =>
  tx.query(
    `update upload set state = 'expired', bytes = null
     where uploaded_by = $1 and name = $2 and state = 'checked' and verdict = 'blocked'`,
    [person, name],
  );

/** Lets go of files that nobody went on with since a moment; they stay in the list without their content. */
export async function expireUploads(tx: Db, before: number): Promise<number> {
  const gone = await tx.query(
    `update upload set state = 'expired', bytes = null
     where state in ('checked', 'refused') and uploaded_at < $1 returning id`,
    [at(before)],
  );
  await tx.query("update upload set bytes = null where state = 'imported' and bytes is not null and uploaded_at < $1", [
    at(before),
  ]);
  return gone.length;
}
