import { ACTIONS } from "../../../models/rights/actions.ts";
import { type Language, type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { isForPrograms, isInPerson, type Route, route, takes } from "../route.ts";
import { OPENAPI, openapi } from "./openapi.ts";

const NAME = text("接口说明", "API");
const RULE = { open: "what can be asked for is no secret; what is answered takes a right" } as const;

/** What programs can do, for programs and for those who write them. */
export const openapiRoutes = (all: () => readonly Route[]): readonly Route[] => {
  const described = once((language) => openapi(all(), language));
  return [
    route({
      ...{ method: "get", path: "/api/openapi.json", kind: "api", name: text("接口描述", "Description of the API") },
      ...{ rule: RULE, input: takes(), answers: OPENAPI },
      handle: async ({ language }) => ({ kind: "json", body: described(language) }),
    }),
    route({
      ...{ method: "get", path: "/api", kind: "page", name: NAME, rule: RULE, input: takes() },
      handle: async ({ say, language }) => {
        const routes = all().filter(isForPrograms);
        const heads = [
          text("地址", "Address"),
          text("方法", "Method"),
          text("内容", "What"),
          text("需要的权限", "Right it takes"),
        ];
        const lead = text(
          "页面能做的，接口都能做。请在“本人账号”新建令牌，以 Authorization: Bearer 发送，文件（报告、模板、日历、订阅源）也用它下载，只能填用户名和密码的日历或阅读器以令牌作密码；标明须本人登录的不接受令牌，只接受浏览器会话和 X-CSRF-Token（/api/account 给出）；错误为 problem+json，含代码、原因和下一步。",
          "Programs can do what the pages do. Make a token on your account's page and send it as Authorization: Bearer, for files too; a calendar or feed reader that asks for a name and a password takes the token as the password; where it says signed in, no token will do, but a browser's session with X-CSRF-Token (told by /api/account); errors are problem+json with code, cause and next step.",
        );
        const main = html`<p class="lead">${say(lead)}</p><p><a href="/api/openapi.json">OpenAPI 3.1</a></p>${table({
          caption: say(NAME),
          columns: heads.map((head) => ({ head: say(head) })),
          rows: routes.map((one) => ({
            name: one.path,
            cells: [one.method.toUpperCase(), say(one.name), say(demandWords(one))],
          })),
          ...{ stack: true, empty: "", language },
        })}`;
        return { kind: "page", title: say(NAME), main };
      },
    }),
  ];
};

function demandWords(one: Route): Text {
  if (!("right" in one.rule)) return text("—", "—");
  const { zh, en } = ACTIONS[one.rule.right].name;
  return isInPerson(one) ? text(`${zh}（须本人登录）`, `${en} (signed in)`) : text(zh, en);
}

/** Anybody may ask, it is the same until the service starts again, and making it takes a fiftieth of a second. */
function once<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}
