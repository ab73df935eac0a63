import type { Month } from "../../models/month.ts";
import type { RecordKind } from "../../models/record.ts";
import type { Language, Text } from "../../models/text.ts";
import type { Db } from "../db/db.ts";
import type { Person } from "../db/people/person.ts";
import type { NewUpload, Upload } from "../db/upload.ts";

/** A file as a browser or a program sent it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A reviewer's word on a month of an enterprise. Persons. */
export interface FigureCorrection {
  readonly code: string;
  readonly month: Month;
  readonly headcount: number;
  readonly reason: string;
}

export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What pages do with files that are handed in; jobs/web/intake-desk.ts hands it in. */
export interface IntakeDesk {
  /** The kinds of table that there are templates of. */
  readonly templates: readonly { readonly kind: RecordKind; readonly name: Text }[];
  /** An empty workbook to fill in; null where the place has no such table. */
  template(kind: RecordKind): MadeFile | null;
  /** Looks a file through and stores nothing; what makes a check pointless is a Problem. */
  check(file: SentFile, by: Person, publishedOn: string | null): Promise<NewUpload>;
  /** A correction as a checked file, beside the figure that it corrects; one that can't be is a Problem. */
  correction(figure: FigureCorrection, by: Person): Promise<{ readonly checked: NewUpload; readonly before: number }>;
  /** Imports a file, and after it the rows that reviewers corrected. */
  take(tx: Db, upload: Upload): Promise<{ readonly batch: number; readonly correctionBatch: number | null }>;
  /** What stands in a cell of a file, once it is sure that the new value is a good one; refusals are Problems. */
  correct(tx: Db, upload: Upload, cell: string, value: string): Promise<{ readonly before: string }>;
  /** The same workbook with what is wrong marked in it; null once its content is gone. */
  marked(db: Db, upload: Upload, language: Language): Promise<MadeFile | null>;
}
