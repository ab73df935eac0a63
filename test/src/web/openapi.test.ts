import { beforeAll, describe, expect, it } from "vitest";
import { openapi } from "../../../src/web/openapi/openapi.ts";
import type { WebOptions } from "../../../src/web/options.ts";
import { isForPrograms, type Route } from "../../../src/web/route.ts";
import { routes } from "../../../src/web/routes.ts";
import { makeMetrics } from "../../../src/web/shell/metrics.ts";
import { wushan } from "../../county.ts";
import { IN_PERSON } from "./matrix.ts";

interface Operation {
  readonly summary: string;
  readonly requestBody?: { readonly required?: boolean; readonly content: object };
  readonly description?: string;
  readonly security?: readonly object[];
  readonly "x-in-person"?: true;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: object }>>;
}

describe("the description of the API", () => {
  let apis: readonly Route[];
  const documents: Record<string, { readonly paths: object; readonly components: { readonly schemas: object } }> = {};
  beforeAll(() => {
    const table = routes({ profile: wushan } as WebOptions, makeMetrics()); // handlers, which need the rest, are not asked
    apis = table.filter(isForPrograms);
    expect(
      apis.filter(({ answers, gives }) => !answers && !gives).map(({ path }) => path),
      "do not say what they answer",
    ).toEqual([]);
    for (const language of ["zh", "en"] as const)
      documents[language] = JSON.parse(JSON.stringify(openapi(table, language)));
  });

  /** Every object in the document, with the path to it. */
  function* within(value: unknown, path: readonly string[] = []): Generator<[readonly string[], object]> {
    if (typeof value !== "object" || value === null) return;
    yield [path, value];
    for (const [key, one] of Object.entries(value)) yield* within(one, [...path, key]);
  }
  const operations = () =>
    Object.entries(documents.zh!.paths).flatMap(([path, methods]) =>
      Object.entries(methods as Readonly<Record<string, Operation>>).map(
        ([method, one]) => [method, path, one] as const,
      ),
    );

  it("has an operation for each route that programs may ask, with the parameters of its path", () => {
    const named = operations().map(([method, path]) => `${method} ${path}`);
    expect(named.toSorted()).toEqual(
      apis.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`).toSorted(),
    );
    for (const [method, path, { parameters, summary }] of operations()) {
      const inPath = parameters.filter((one) => one.in === "path");
      expect(inPath.every(({ required }) => required)).toBe(true);
      expect(
        inPath.map(({ name }) => `{${name}}`),
        `${method} ${path}`,
      ).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(summary).not.toBe("");
    }
  });

  it("says of each operation whom it lets in: a token or a session, a session alone, or anybody", () => {
    const { securitySchemes } = documents.zh!.components as unknown as { securitySchemes: Record<string, object> };
    expect(Object.keys(securitySchemes)).toEqual(["token", "session"]);
    const inPerson: string[] = [];
    for (const [method, path, one] of operations()) {
      const { rule } = apis.find((api) => api.method === method && api.path.replace(/:(\w+)/g, "{$1}") === path)!;
      const person = "right" in rule && IN_PERSON.includes(rule.right);
      const expected = "open" in rule ? [] : person ? [{ session: [] }] : undefined;
      expect([path, one.security, one["x-in-person"]]).toEqual([path, expected, person ? true : undefined]);
      const header = one.parameters.some(({ name, required }) => name === "X-CSRF-Token" && required);
      expect([path, header]).toEqual([path, person && method === "post"]);
      if (person) inPerson.push(`${method} ${path}`);
    }
    expect(inPerson).toEqual(
      expect.arrayContaining([
        "get /api/account",
        "post /api/account/tokens",
        "post /api/people/add",
        "get /api/audit",
      ]),
    );
    const own = operations().find(([, path]) => path === "/api/account")![2];
    expect(own.description, "what is left to the page").toContain("密码");
  });

  it("says what each operation answers, well or with a problem", () => {
    for (const [method, path, { responses }] of operations()) {
      expect(Object.keys(responses), `${method} ${path}`).toEqual(["200", "default"]);
      for (const { description, content } of Object.values(responses)) {
        expect(description).not.toBe("");
        for (const one of Object.values(content)) expect(Object.keys(one as object), path).toEqual(["schema"]);
      }
    }
  });

  it("names the files that programs fetch, each with its media types", () => {
    const files = operations().filter(([, path]) => !path.startsWith("/api"));
    expect(files.map(([, path]) => path)).toEqual([
      ...["/reports/{month}/{kind}/{scope}/files/{format}", "/calendar.ics", "/reports.atom"],
      ...["/data/uploads/{upload}/marked", "/data/templates/{kind}", "/audit/export.csv"],
    ]);
    const types = files.map(([, , { responses }]) => Object.keys(responses["200"]!.content).length);
    expect(types).toEqual([6, 1, 1, 1, 1, 1]);
  });

  it("asks programs for no form token, and says where a body may not be left out", () => {
    for (const [method, path, { requestBody }] of operations()) {
      if (method !== "post") continue;
      const [{ schema }] = Object.values(requestBody!.content) as [
        { schema: { properties: object; required?: string[] } },
      ];
      expect(Object.keys(schema.properties), path).not.toContain("csrf");
      expect(requestBody!.required === true, path).toBe((schema.required ?? []).length > 0);
    }
    const of = (path: string) => operations().find(([, one]) => one === path)![2].requestBody!.required;
    expect(of("/api/subscriptions")).toBe(true);
    expect(of("/api/enterprises/{code}/alerts/{number}/acknowledge")).toBeUndefined();
  });

  it("leaves no schema empty, refers to what is there alone, and has no shape that nobody refers to", () => {
    const { schemas } = documents.zh!.components;
    const referred = new Set<string>();
    for (const [path, one] of within(documents.zh)) {
      const isSchema =
        ["schema", "items", "additionalProperties"].includes(path.at(-1)!) || path.at(-2) === "properties";
      if (isSchema) expect(Object.keys(one), path.join(" ")).not.toEqual([]);
      if ("$ref" in one) {
        const beside = Object.keys(one).filter((key) => key !== "$ref" && key !== "description");
        expect(beside, "of a reference").toEqual([]);
        referred.add(String(one.$ref).replace("#/components/schemas/", ""));
      }
    }
    expect([...referred].toSorted()).toEqual(Object.keys(schemas).toSorted());
  });

  it("holds objects to the keys that they name, which are all there unless they may be left out", () => {
    for (const [path, one] of within(documents.zh!.components.schemas)) {
      if (!("type" in one) || one.type !== "object" || !("properties" in one) || path[0] === "ReportFacts") continue;
      expect([path, "additionalProperties" in one && one.additionalProperties]).toEqual([path, false]);
      const { required = [] } = one as { required?: readonly string[] };
      const names = Object.keys(one.properties as object);
      expect(names, path.join(" ")).toEqual(expect.arrayContaining([...required]));
    }
  });

  it("names units in the reader's language, and is else the same in both", () => {
    const units = (language: string) =>
      (documents[language]!.components.schemas as { Line: { properties: { headcount: object; rate: object } } }).Line
        .properties.headcount;
    expect(units("zh")).toEqual({ type: "integer", description: "人" });
    expect(units("en")).toEqual({ type: "integer", description: "persons" });
    const shapes = (language: string) => [...within(documents[language])].map(([path]) => path.join("/"));
    expect(shapes("zh")).toEqual(shapes("en"));
  });
});
