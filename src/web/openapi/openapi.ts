import { z } from "zod";
import type { Language } from "../../../models/text.ts";
import { shape } from "../answers/shape.ts";
import { JSON_VALUE } from "../answers/units.ts";
import { isForPrograms, isInPerson, type Route } from "../route.ts";
import { type AnswerSchemas, answerSchemas, type Json } from "./answer-schemas.ts";

/** The document itself; OpenAPI 3.1 settles what stands in its parts. */
export const OPENAPI = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.strictObject({ title: z.string(), version: z.string() }),
  ...{ security: JSON_VALUE, paths: JSON_VALUE, components: JSON_VALUE },
});

/** The API as OpenAPI 3.1, made of the route table and the schemas of what its routes take and answer. */
export function openapi(all: readonly Route[], language: Language): Json {
  const routes = all.filter(isForPrograms);
  const answers = answerSchemas(
    routes.flatMap((route) => route.answers ?? []),
    language,
  );
  return {
    openapi: "3.1.0",
    info: { title: language === "zh" ? "稳岗预警接口" : "Wengang API", version: "1" },
    security: [{ token: [] }, { session: [] }],
    paths: pathsOf(routes, answers, language),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" }, session: SESSION[language] },
      schemas: answers.shapes,
    },
  };
}

const inCookie = { type: "apiKey", in: "cookie", name: "__Host-session" } as const;
/** Over plain http, which this machine alone uses, the cookie has no prefix. */
const SESSION: Readonly<Record<Language, Json>> = {
  zh: { ...inCookie, description: "本人登录后的会话；更改时须带 X-CSRF-Token（见 /api/account 的 formToken）" },
  en: {
    ...inCookie,
    description: "a session of somebody signed in; changes carry X-CSRF-Token (formToken of /api/account)",
  },
};

/** RFC 9457, with what our pages show. */
export const PROBLEM = shape("Problem", {
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  cause: z.string(),
  next: z.string(),
  request: z.string(),
});

function pathsOf(routes: readonly Route[], answers: AnswerSchemas, language: Language): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method]: operation(route, answers, language) };
  }
  return paths;
}

interface Parts {
  readonly params: ObjectSchema;
  readonly query: ObjectSchema;
  readonly body: ObjectSchema;
}
interface ObjectSchema {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

function operation(route: Route, answers: AnswerSchemas, language: Language): Json {
  const { name, note, input, method, takesFile } = route;
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as unknown as { properties: Parts };
  const { params, query, body } = schema.properties;
  return {
    ...{ summary: name[language], ...(note ? { description: note[language] } : {}), ...demands(route) },
    parameters: [
      ...[...parameters(params, "path"), ...parameters(query, "query")],
      ...(isInPerson(route) && method === "post" ? [FORM_TOKEN] : []),
    ],
    ...(method === "post" ? { requestBody: bodyOf(body, takesFile ? "multipart/form-data" : "application/json") } : {}),
    responses: {
      "200": { description: "OK", content: answered(route, answers) },
      default: {
        description: language === "zh" ? "错误：代码、原因、下一步" : "A problem: code, cause, next step",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

/** What is sent. The token of a form guards a browser's session: programs have none. */
function bodyOf({ properties = {}, ...rest }: ObjectSchema, type: string): Json {
  const { csrf: _csrf, ...sent } = properties;
  const required = (rest.required ?? []).length > 0;
  return { ...(required ? { required } : {}), content: { [type]: { schema: { ...rest, properties: sent } } } };
}

function answered({ answers, gives = [] }: Route, schemas: AnswerSchemas): Json {
  if (answers) return { "application/json": { schema: schemas.of(answers) } };
  return Object.fromEntries(gives.map((type) => [type, { schema: { type: "string", contentMediaType: type } }]));
}

/** Whom it lets in: by what right, and by what proof where that is not the usual one. */
function demands(route: Route): Json {
  if ("open" in route.rule) return { security: [] };
  const right = "right" in route.rule ? { "x-right": route.rule.right } : {};
  return isInPerson(route) ? { ...right, "x-in-person": true, security: [{ session: [] }] } : right;
}

/** Without it a browser's session changes nothing: no other site can know it. */
const FORM_TOKEN: Json = { name: "X-CSRF-Token", in: "header", required: true, schema: { type: "string" } };

const parameters = ({ properties = {}, required = [] }: ObjectSchema, where: "path" | "query"): readonly Json[] =>
  Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: where, required: where === "path" || required.includes(name), schema },
  }));
