import { OUTCOMES } from "../../../models/alert/outcome.ts";
import type { Profile } from "../../../models/profile.ts";
import { KIND_NAMES } from "../../../models/report-kind.ts";
import { ROLES } from "../../../models/rights/roles.ts";
import { RIGHTS_STATES } from "../../../models/rights/ruling.ts";
import { deskName } from "../../../models/routing/desk-name.ts";
import { GROUNDS } from "../../../models/statute/art41.ts";
import { type Text, text } from "../../../models/text.ts";
import { TOKEN_SCOPES } from "../account/token-scopes.ts";
import { WAYS } from "../account/ways.ts";
import { DETAIL_KEYS } from "./detail-keys.ts";

type Details = Readonly<Record<string, unknown>>;

/** What is kept with an entry, in words: each key by its name, codes by theirs; what is empty is left out. */
export function detailWords(detail: Details, profile: Profile): Text {
  const told = Object.entries(detail).filter(([, value]) => !isEmpty(value));
  const parts = told.map(([key, value]) => {
    const [name, words] = [DETAIL_KEYS[key] ?? text(key, key), valueWords(key, value, profile)];
    return text(`${name.zh}：${words.zh}`, `${name.en}: ${words.en}`);
  });
  return joined(parts, text("；", "; "));
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === "" || (typeof value === "object" && Object.keys(value as object).length === 0);

const joined = (parts: readonly Text[], between: Text): Text =>
  text(parts.map(({ zh }) => zh).join(between.zh), parts.map(({ en }) => en).join(between.en));

function valueWords(key: string, value: unknown, profile: Profile): Text {
  if (typeof value === "boolean") return value ? text("是", "yes") : text("否", "no");
  if (Array.isArray(value))
    return joined(
      value.map((one: unknown) => valueWords(key, one, profile)),
      text("、", ", "),
    );
  if (typeof value === "object") {
    const { zh, en } = detailWords(value as Details, profile);
    return text(`（${zh}）`, `(${en})`);
  }
  const code = String(value);
  if (key === "desk") return deskName(code, profile);
  return namesFor(key, profile).find((names) => Object.hasOwn(names, code))?.[code] ?? text(code, code);
}

type Names = Readonly<Record<string, Text>>;

/** Where the codes of a key have their names; the first that knows one tells it. */
const namesFor = (key: string, profile: Profile): readonly Names[] => (CODES[key] ?? (() => []))(profile);

const byCode = (all: readonly { readonly code: string; readonly name: Text }[]): Names =>
  Object.fromEntries(all.map(({ code, name }) => [code, name]));

const nameOf = (rows: Readonly<Record<string, { readonly name: Text }>>): Names =>
  Object.fromEntries(Object.entries(rows).map(([code, { name }]) => [code, name]));

const CODES: Readonly<Record<string, (profile: Profile) => readonly Names[]>> = {
  roles: () => [nameOf(ROLES)],
  rights: () => [RIGHTS_STATES],
  departments: ({ departments }) => [byCode(departments)],
  regions: ({ regions }) => [byCode(regions)],
  way: () => [WAYS],
  scope: () => [TOKEN_SCOPES],
  kind: ({ eventKinds }) => [
    { password: text("密码", "password"), code: text("验证码", "code") },
    KIND_NAMES,
    byCode(eventKinds),
  ],
  outcome: () => [
    { failed: text("不正确", "wrong"), refused: text("已锁定，未予验证", "locked, not heard") },
    OUTCOMES,
  ],
  stage: () => [{ desk: text("乡镇或部门", "township or department"), county: text("县级", "county") }],
  verdict: () => [{ ready: text("可以入库", "can be imported"), blocked: text("不可入库", "cannot be imported") }],
  ground: () => [GROUNDS],
  measure: ({ casework }) => [byCode(casework.measures)],
  group: ({ casework }) => [byCode(casework.reemploymentGroups)],
  reason: ({ casework }) => [byCode(casework.feedback)],
  result: () => [RESULTS],
};

const RESULTS: Names = {
  accepted: text("已接收", "accepted"),
  blocked: text("未接收", "blocked"),
  known: text("以前已导入", "imported before"),
};
