import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type HttpSource, pullHttp } from "../../../src/sources/http.ts";
import { type Answer, idleTools, json, serve, status, type TestServer } from "./http-server.ts";

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function pull(answers: readonly Answer[], source: Partial<HttpSource> = {}) {
  const server = await serve(...answers);
  servers.push(server);
  const tools = idleTools();
  const result = pullHttp({ source: "statistics", url: server.url, ...source }, tools);
  return { server, tools, result };
}

const contentOf = async ({ result }: Awaited<ReturnType<typeof pull>>) => {
  const { deliveries } = await result;
  return String(await buffer(await deliveries[0]!.open()));
};

const rows = [
  { code: "A", month: "2023-01", headcount: 5, unit: { name: "甲,乙" } },
  { code: "B", headcount: null, closed: true },
];

describe("an answer", () => {
  test("of JSON rows becomes csv with a column for every name", async () => {
    const pulled = await pull([json(rows)]);
    expect(await contentOf(pulled)).toBe('code,month,headcount,unit.name,closed\nA,2023-01,5,"甲,乙",\nB,,,,true\n');
    expect((await pulled.result).deliveries[0]).toMatchObject({ name: "statistics.csv", size: 71 });
  });

  test("with its rows inside an object is found by their path", async () => {
    expect(await contentOf(await pull([json({ data: { items: rows.slice(1) } })], { rows: "data.items" }))).toBe(
      "code,headcount,closed\nB,,true\n",
    );
  });

  test("of csv stays as it is", async () => {
    const csv: Answer = (_, response) =>
      response.writeHead(200, { "content-type": "text/csv" }).end("code,month\nA,2023-01");
    expect(await contentOf(await pull([csv]))).toBe("code,month\nA,2023-01");
  });

  test("that is compressed on the way is read", async () => {
    const packed: Answer = (_, response) =>
      response
        .writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" })
        .end(gzipSync(JSON.stringify([{ a: 1 }])));
    expect(await contentOf(await pull([packed]))).toBe("a\n1\n");
  });

  test("in GB18030 keeps its bytes", async () => {
    const bytes = Buffer.from("b4fac2eb0a41", "hex");
    const csv: Answer = (_, response) =>
      response.writeHead(200, { "content-type": "text/csv; charset=gbk" }).end(bytes);
    const { deliveries } = await (await pull([csv])).result;
    expect(await buffer(await deliveries[0]!.open())).toEqual(bytes);
  });

  test("can be opened twice", async () => {
    const pulled = await pull([json([{ a: 1 }])]);
    expect(await contentOf(pulled)).toBe(await contentOf(pulled));
    expect(pulled.server.asked).toHaveLength(1);
  });
});

describe("pages", () => {
  const expected = "code\nA\nB\n";

  test("follow a next-page address, whole or relative", async () => {
    const first = json({ items: [{ code: "A" }], links: { next: "/data?page=2" } });
    const pulled = await pull([first, json({ items: [{ code: "B" }], links: {} })], {
      rows: "items",
      next: "links.next",
    });
    expect(await contentOf(pulled)).toBe(expected);
    expect(pulled.server.asked.map(({ url }) => url)).toEqual(["/data", "/data?page=2"]);
  });

  test("follow a cursor in a query parameter", async () => {
    const pulled = await pull(
      [json({ items: [{ code: "A" }], cursor: "x 1" }), json({ items: [{ code: "B" }], cursor: null })],
      { rows: "items", next: "after=cursor" },
    );
    expect(await contentOf(pulled)).toBe(expected);
    expect(pulled.server.asked[1]!.url).toBe("/data?after=x+1");
  });

  test("follow a Link header, and a csv's repeated header is dropped", async () => {
    const page =
      (body: string, link?: string): Answer =>
      (_, response) =>
        response.writeHead(200, { "content-type": "text/csv", ...(link ? { link } : {}) }).end(body);
    expect(await contentOf(await pull([page("code\nA", '</data?p=2>; rel="next"'), page("code\nB\n")]))).toBe(expected);
  });

  test("that point to another server are refused before the token goes there", async () => {
    const { result } = await pull([json({ items: [], next: "http://127.0.0.1:9/steal" })], {
      rows: "items",
      next: "next",
      token: "t",
    });
    await expect(result).rejects.toMatchObject({ code: "http-next-elsewhere", permanent: true });
  });

  test("that go in a circle are refused", async () => {
    const { result } = await pull([json({ items: [], next: "/data" })], { rows: "items", next: "next" });
    await expect(result).rejects.toMatchObject({ code: "http-endless" });
  });
});

describe("nothing new", () => {
  test("is asked for with the last ETag and gives no delivery", async () => {
    const { server, result } = await pull([status(304)], { etag: '"v1"' });
    expect(await result).toEqual({ deliveries: [], etag: '"v1"' });
    expect(server.asked[0]!.headers["if-none-match"]).toBe('"v1"');
  });

  test("can be asked next time with the ETag of this time", async () => {
    expect((await (await pull([json([], { etag: '"v2"' })])).result).etag).toBe('"v2"');
  });
});

describe("a failure", () => {
  test("that passes is tried again with doubling pauses", async () => {
    const pulled = await pull([status(503), status(502), json([{ a: 1 }])]);
    expect(await contentOf(pulled)).toBe("a\n1\n");
    expect(pulled.tools.waits).toEqual([1000, 2000]);
  });

  test("is waited out as long as the source asks, in seconds or until a date", async () => {
    const date = { "retry-after": "Wed, 01 May 2024 00:00:30 GMT", date: "Wed, 01 May 2024 00:00:10 GMT" };
    const pulled = await pull([status(429, { "retry-after": "7" }), status(503, date), json([{ a: 1 }])]);
    expect(await contentOf(pulled)).toBe("a\n1\n");
    expect(pulled.tools.waits).toEqual([7000, 20_000]);
  });

  test("that lasts is given up after five attempts and may be tried another day", async () => {
    const { server, result } = await pull([status(503)]);
    await expect(result).rejects.toMatchObject({ code: "http-status", permanent: false, kind: "input" });
    expect(server.asked).toHaveLength(5);
  });

  test("whose asked-for pause is longer than five minutes is left for the next run", async () => {
    const { server, result } = await pull([status(503, { "retry-after": "3600" })]);
    await expect(result).rejects.toMatchObject({ permanent: false });
    expect(server.asked).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 410])("of status %i is permanent and tried once", async (code) => {
    const { server, result } = await pull([status(code)], { token: "secret-token" });
    const error = await result.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: "http-status", permanent: true });
    expect(String(error)).not.toContain("secret-token");
    expect(server.asked[0]!.headers.authorization).toBe("Bearer secret-token");
    expect(server.asked).toHaveLength(1);
  });

  test("to stay at its address: redirects are not followed", async () => {
    const { server, result } = await pull([status(302, { location: "/elsewhere" }), json([])]);
    await expect(result).rejects.toMatchObject({ permanent: true });
    expect(server.asked).toHaveLength(1);
  });

  test("of a body that breaks off is tried again and never taken for the whole", async () => {
    const cut: Answer = (_, response) => {
      response
        .writeHead(200, { "content-type": "text/csv", "content-length": "1000" })
        .write("code,month\nA,2023-01\n");
      setTimeout(() => response.destroy(), 20);
    };
    const pulled = await pull([cut, json([{ a: 1 }])]);
    expect(await contentOf(pulled)).toBe("a\n1\n");
    expect(pulled.tools.waits).toHaveLength(1);
  });

  test("of a body that stalls is given up after the patience set", async () => {
    const slow: Answer = (_, response) => void response.writeHead(200, { "content-type": "text/csv" }).write("code\n");
    const { result } = await pull([slow], { patience: 60 });
    await expect(result).rejects.toMatchObject({ code: "http-slow", permanent: false });
  });

  test("of a body without end is cut at the size limit", async () => {
    const flood: Answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/csv" });
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
      };
      response.on("drain", more);
      more();
    };
    const { result } = await pull([flood], { limit: 1_000_000 });
    await expect(result).rejects.toMatchObject({ code: "http-too-large", permanent: true });
  });

  test("to speak JSON, or to have rows where configured, is permanent", async () => {
    const half: Answer = (_, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end('[{"a":1}');
    await expect((await pull([half])).result).rejects.toMatchObject({ code: "http-not-json", permanent: true });
    await expect((await pull([json({ items: [] })], { rows: "data" })).result).rejects.toMatchObject({
      code: "http-no-rows",
    });
  });

  test("to connect at all is temporary", async () => {
    const server = await serve(status(200));
    await server.close();
    await expect(pullHttp({ source: "s", url: server.url }, idleTools())).rejects.toMatchObject({
      code: "http-broken",
      permanent: false,
    });
  });
});

test("a page of more rows than a call takes arguments is read", async () => {
  const many = Array.from({ length: 200_000 }, (_, i) => ({ i }));
  const content = await contentOf(await pull([json(many)]));
  expect(content.split("\n").length).toBe(200_002);
});
