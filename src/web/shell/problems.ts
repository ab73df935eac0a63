import { Problem, type ProblemKind } from "../../../models/problem.ts";
import { REFUSALS, type Refusal } from "../../../models/rights/may.ts";
import { RIGHTS_STATES, type RightsState } from "../../../models/rights/ruling.ts";
import { type Language, text } from "../../../models/text.ts";
import { SHELL_LIMITS } from "./limits.ts";

/** Problems that HTTP has a word of its own for. */
const BY_CODE: Readonly<Record<string, number>> = { "body-too-large": 413 };

export const statusOf = ({ code, kind }: Problem): number => BY_CODE[code] ?? STATUS[kind];

/** What went wrong, as HTTP says it. */
export const STATUS: Readonly<Record<ProblemKind, number>> = {
  usage: 400,
  input: 422,
  "not-signed-in": 401,
  denied: 403,
  "no-data": 404,
  "too-many": 429,
  unexpected: 500,
  database: 503,
  storage: 507,
};

export const notSignedIn = (): Problem =>
  new Problem(
    "not-signed-in",
    "not-signed-in",
    text("尚未登录，或登录已失效。", "You are not signed in, or no longer."),
    text("请登录后重试；程序请使用有效的接口令牌。", "Sign in and try again; programs need a valid API token."),
  );

export const refused = (reason: Refusal): Problem =>
  new Problem(
    "denied",
    `refused-${reason}`,
    REFUSALS[reason],
    text("如工作需要，请联系安全管理员授权。", "If your work needs it, ask the security officer."),
  );

/** For programs; people are led to a page that says so. */
export const rightsMissing = (state: RightsState): Problem =>
  new Problem(
    "denied",
    "refused-rights",
    text(
      `该账号的角色未生效：${RIGHTS_STATES[state].zh}。`,
      `The roles of this account are not in effect: ${RIGHTS_STATES[state].en}.`,
    ),
    text("请联系安全管理员。", "Ask the security officer."),
  );

export const tokenTooNarrow = (): Problem =>
  new Problem(
    "denied",
    "token-too-narrow",
    text("该接口令牌的权限不包括此操作。", "This token's scope does not include this."),
    text(
      "请换用权限足够的令牌，或登录后在网页上操作。",
      "Use a token of wider scope, or sign in and do it on the page.",
    ),
  );

/** The same answer for what is not there and for what is not one's own: nobody learns which. */
export const notFound = (): Problem =>
  new Problem(
    "no-data",
    "not-found",
    text("没有这个页面或内容，或不在您的范围内。", "There is no such page or thing, or it is beyond your reach."),
    text("请检查地址，或从首页进入。", "Check the address, or start from the first page."),
  );

/** Where a list was to go on is no longer there, or never was. */
export const unknownCursor = (): Problem =>
  new Problem(
    "usage",
    "cursor-unknown",
    text("找不到续页的位置。", "There is no such place in the list to go on from."),
    text(
      "请从第一页重新开始；程序请原样使用上一页返回的 next。",
      "Start from the first page; programs use the `next` they were given as it is.",
    ),
  );

export const formStale = (): Problem =>
  new Problem(
    "denied",
    "form-stale",
    text("表单已失效，或不是从本系统页面提交的。", "The form is stale, or was not sent from a page of ours."),
    text("请返回并刷新页面，然后重新提交。", "Go back, reload the page and send it again."),
  );

export const hostWrong = (): Problem =>
  new Problem(
    "usage",
    "host-wrong",
    text("请求的主机名不是本系统的地址。", "The host asked for is not this service's."),
    text(
      "请使用管理员公布的地址访问；反向代理须保留 Host。",
      "Use the published address; a reverse proxy must keep Host.",
    ),
  );

export const tooMany = (): Problem =>
  new Problem(
    "too-many",
    "too-many-requests",
    text("请求过于频繁。", "Too many requests."),
    text("请稍候一分钟再试。", "Wait a minute and try again."),
  );

export const tooLarge = (): Problem =>
  new Problem(
    "input",
    "body-too-large",
    text("提交的内容过大（文件上限10兆字节）。", "What was sent is too large (files may have 10 MB)."),
    text(
      "请拆成几份，或另存为 xlsx 再传；更大的文件请交系统管理员在服务器上导入。",
      "Split it, or save it as xlsx; the administrator takes larger ones in on the server.",
    ),
  );

/** For programs: what they send beside files. */
export const bodyTooLarge = (): Problem =>
  new Problem(
    "input",
    "body-too-large",
    text(
      `请求体过大（上限${SHELL_LIMITS.body.value}字节）。`,
      `The request body is too large (at most ${SHELL_LIMITS.body.value} bytes).`,
    ),
    text("请减少请求体中的内容；文件请用上传接口。", "Send less in the body; files go to the upload route."),
  );

const RELOAD = text("请刷新页面后重新提交。", "Reload the page and send it again.");
const MEND_BODY = text(
  "请检查请求体是否完整，并与 Content-Type 一致，改正后重新发送。",
  "Check that the body is whole and what Content-Type says, and send it again.",
);

export const bodyBroken = (program = false): Problem =>
  new Problem(
    "usage",
    "body-unreadable",
    text("提交的内容不完整，或与声明的格式不符。", "What was sent is cut off, or not of the type it claims."),
    program ? MEND_BODY : RELOAD,
  );

/** `where` names fields only: what stood in them may be secret. People know them by other names than programs do. */
export const inputWrong = (where: readonly string[], named: (field: string, language: Language) => string): Problem =>
  new Problem(
    "usage",
    "input-wrong",
    text(
      `以下内容缺少或填写有误：${where.map((field) => named(field, "zh")).join("、")}。`,
      `Missing or wrong: ${where.map((field) => named(field, "en")).join(", ")}.`,
    ),
    text("请改正后重新提交。", "Correct it and send it again."),
  );

export const unexpected = (): Problem =>
  new Problem(
    "unexpected",
    "unexpected",
    text("暂时无法完成，原因已记入日志。", "This could not be done now; the cause is in the log."),
    text(
      "请稍后重试；仍不行时，请把请求编号告诉管理员。",
      "Try again later; if it persists, tell the administrator the request number.",
    ),
  );
