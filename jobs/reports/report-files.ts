import type { Profile } from "../../models/profile.ts";
import type { CorrectionFacts } from "../../reports/correction/facts.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import { MEDIA_TYPES } from "../../reports/formats/media-types.ts";
import { otherVersion } from "../../reports/other-version.ts";
import type { Db } from "../../src/db/db.ts";
import { frozenFacts, issuedById } from "../../src/db/issued-report.ts";
import { reportIn } from "../../src/db/report-subscription.ts";
import type { ClaimedSending } from "../../src/db/sending.ts";
import type { Attachment } from "../../src/notify/channel.ts";
import { type Format, filesOf } from "./formats.ts";
import { issuedDocument } from "./issued-document.ts";

/** The files of the report that a message carries, made from the frozen facts; null for a message about alerts. */
export async function reportFiles(
  db: Db,
  profile: Profile,
  { id, language, message }: Pick<ClaimedSending, "id" | "language" | "message">,
): Promise<Attachment[] | null> {
  const sent = await reportIn(db, id);
  if (!sent) return null;
  const report = (await issuedById(db, sent.report))!;
  const facts = await frozenFacts<AnyFacts | CorrectionFacts>(db, sent.report);
  if (!facts) throw otherVersion({ zh: message.title, en: message.title });
  const document = issuedDocument(profile, report, facts, language);
  const files: Attachment[] = [];
  for (const format of sent.formats as readonly Format[])
    for (const file of await filesOf(document, format, profile, facts.asOf))
      files.push({ ...file, type: MEDIA_TYPES[format] });
  return files;
}
