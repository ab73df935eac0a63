import { z } from "zod";
import { STAGES } from "../../../models/acceptance.ts";
import { RECORD_KINDS } from "../../../models/record.ts";
import { text } from "../../../models/text.ts";
import { MEDIA_TYPES } from "../../../reports/formats/media-types.ts";
import type { SentFile } from "../intake-desk.ts";
import type { WebOptions } from "../options.ts";
import { deed, pair } from "../pair.ts";
import { type Route, route, takes } from "../route.ts";
import { notFound } from "../shell/problems.ts";
import { CORRECTED, MOVED_UPLOAD, ONE_UPLOAD } from "./upload-answer.ts";
import { uploadPage } from "./upload-page.ts";
import { seenUpload, uploadView } from "./upload-view.ts";
import { correct, decide, handIn, subjectOf, submit } from "./upload-work.ts";

const RULE = { right: "import", over: "reach" } as const;
/** Looking changes nothing, so a token for reading will do. */
const READ = { right: "read-data", over: "reach" } as const;
const ID = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const line = z.string().trim().max(500);
const isSent = (value: unknown): value is SentFile =>
  typeof value === "object" && value !== null && "bytes" in value && value.bytes instanceof Uint8Array;
const DATE = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .or(z.literal(""))
  .optional();
const FILE = takes({
  body: {
    file: z.custom<SentFile>(isSent).meta({ type: "string", format: "binary" }),
    publishedOn: DATE,
  },
});
const ONE = takes({ params: { upload: ID } });
const DECISION = takes({
  params: { upload: ID },
  body: { decision: z.enum(["pass", "refuse"]), reason: line.default("") },
});
const CORRECTION = takes({
  params: { upload: ID },
  body: { cell: line.min(2).max(200), value: line, reason: line.min(1) },
});
const HAND_IN = text("上传检查", "Hand in and check");

/** A file on its way into the figures: handed in, checked, marked, imported or accepted, corrected. */
export function uploadRoutes(options: WebOptions): readonly Route[] {
  const { db, intake, profile } = options;
  const pathOf = (id: number) => `/data/uploads/${id}`;
  const send = (kind: "page" | "api") =>
    route<z.infer<typeof FILE>>({
      ...{ method: "post", path: kind === "page" ? "/data/uploads" : "/api/data/uploads", kind, name: HAND_IN },
      ...{ rule: RULE, input: FILE, takesFile: true },
      ...(kind === "api" ? { answers: ONE_UPLOAD } : {}),
      handle: async (asked) => {
        const { file, publishedOn } = asked.input.body;
        const { id } = await handIn(options, asked, file, publishedOn || null);
        if (kind === "page") return { kind: "redirect", to: pathOf(id) };
        return { kind: "json", body: await uploadView(db, asked, profile, id) };
      },
    });
  return [
    ...[send("page"), send("api")],
    ...pair({
      ...{ path: "/data/uploads/:upload", name: text("一份上传文件", "A file handed in"), rule: READ, input: ONE },
      answers: ONE_UPLOAD,
      view: (asked) => uploadView(db, asked, profile, asked.input.params.upload),
      page: (asked, view) => uploadPage(asked, view),
    }),
    route<z.infer<typeof ONE>>({
      ...{
        method: "get",
        path: "/data/uploads/:upload/marked",
        kind: "file",
        rule: READ,
        input: ONE,
        gives: [MEDIA_TYPES.xlsx],
      },
      name: text("标注后的工作簿", "The marked workbook"),
      handle: async (asked) => {
        const upload = await seenUpload(db, asked, asked.input.params.upload);
        const file = await intake.marked(db, upload, asked.language);
        if (file === null) throw notFound();
        await asked.change({ action: "upload-download", subject: subjectOf(upload) }, async () => {});
        return { kind: "file", type: file.type, name: file.name, body: file.bytes };
      },
    }),
    ...deed({
      ...{ path: "/data/uploads/:upload/import", name: text("导入", "Import"), rule: RULE, input: ONE },
      answers: MOVED_UPLOAD,
      work: (asked) => submit(options, asked, asked.input.params.upload),
      back: ({ input }) => pathOf(input.params.upload),
    }),
    ...(
      [
        ["review", "desk", { right: "review-import", over: "reach" }],
        ["accept", "county", { right: "accept-import", over: "place" }],
      ] as const
    ).flatMap(([way, stage, rule]) =>
      deed({
        ...{ path: `/data/uploads/:upload/${way}`, name: STAGES[stage].name, rule, input: DECISION },
        answers: MOVED_UPLOAD,
        work: ({ input, ...asked }) =>
          decide(options, { ...asked, input }, input.params.upload, { stage, ...input.body }),
        back: ({ input }) => pathOf(input.params.upload),
      }),
    ),
    ...deed({
      ...{ path: "/data/uploads/:upload/correct", name: text("审核更正", "Correct a cell") },
      ...{ rule: { right: "review-import", over: "reach" }, input: CORRECTION, answers: CORRECTED },
      work: (asked) => correct(options, asked, asked.input.params.upload, asked.input.body),
      back: ({ input }) => pathOf(input.params.upload),
    }),
    route({
      ...{ method: "get", path: "/data/templates/:kind", kind: "file", rule: READ, gives: [MEDIA_TYPES.xlsx] },
      ...{ name: text("填报模板", "A template"), input: takes({ params: { kind: z.enum(RECORD_KINDS) } }) },
      handle: async ({ input }) => {
        const file = intake.template(input.params.kind);
        if (file === null) throw notFound();
        return { kind: "file", type: file.type, name: file.name, body: file.bytes };
      },
    }),
  ];
}
