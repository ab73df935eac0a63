import { describe, expect, it } from "vitest";
import { z } from "zod";
import { route, takes } from "../../../src/web/route.ts";
import { answersOf } from "./answers.ts";

const DEEP = z.strictObject({ list: z.array(z.strictObject({ code: z.string(), name: z.string().exactOptional() })) });

const REFUSED = {
  ...{ type: "urn:wengang:problem:refused-role", title: "无权", status: 403, code: "refused-role" },
  ...{ cause: "无权", next: "请联系管理员。", request: "r" },
};

const made = () =>
  answersOf([
    route({
      ...{ method: "get", path: "/api/lists/:list", kind: "api", name: { zh: "表", en: "List" }, input: takes() },
      ...{ rule: { open: "made up for this test" }, answers: DEEP, handle: async () => ({ kind: "json", body: {} }) },
    }),
  ]);

describe("the test client", () => {
  it.each([
    ["a key too many", { list: [{ code: "C", more: 1 }] }],
    ["a key too few", { list: [{ name: "制造业" }] }],
    ["another type", { list: [{ code: 1 }] }],
    ["null for what may only be left out", { list: [{ code: "C", name: null }] }],
  ])("refuses an answer with %s", (_what, body) => {
    const check = () => made().check("GET", "/api/lists/7?lang=en", { status: 200, text: JSON.stringify(body) });
    expect(check).toThrow("GET /api/lists/:list answers otherwise at /api/lists/7?lang=en");
  });

  it("counts a route as answered only by what its schema says", () => {
    const answers = made();
    const text = JSON.stringify({ list: [{ code: "C" }] });
    answers.check("GET", "/api/lists/7", { status: 403, text: JSON.stringify(REFUSED) });
    answers.check("GET", "/lists/7", { status: 200, text: "<html></html>" });
    expect(answers.missing()).toEqual(["GET /api/lists/:list"]);
    answers.check("GET", "/api/lists/7", { status: 200, text });
    expect(answers.missing()).toEqual([]);
  });

  it("refuses an error that is no problem", () => {
    const check = (body: object) => () => made().check("GET", "/api/none", { status: 404, text: JSON.stringify(body) });
    expect(check(REFUSED)).not.toThrow();
    expect(check({ ...REFUSED, next: undefined })).toThrow("a problem answers otherwise at /api/none");
  });

  it("does not know an address that no route answers", () => {
    expect(() => made().check("POST", "/api/lists/7", { status: 200, text: "{}" })).toThrow("no route");
  });
});
