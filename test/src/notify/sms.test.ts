import { describe, expect, it } from "vitest";
import { sms } from "../../../src/notify/sms/sms.ts";
import { parametersFor, rendered } from "../../../src/notify/sms/template.ts";
import { wordingOf } from "../../../src/notify/wording/wording.ts";
import { message, send, tools } from "./given.ts";
import { type Answer, garbage, json, type Receiver, receiver, reset, silence, status } from "./receiver.ts";

const place = (name: string) => `\${${name}}`;
const template = { code: "SMS_1001", text: `【巫山就业】${place("title")}：${place("text")}。编号${place("number")}` };

/** A gateway that knows its template and counts what it would send. */
const gateway: Answer = (response, { headers, body }) => {
  const { template: code, parameters } = JSON.parse(body);
  const { title, text, number } = parameters;
  const whole = `【巫山就业】${title}：${text}。编号${number}`;
  const parts = whole.length <= 70 ? 1 : Math.ceil(whole.length / 67);
  if (headers.authorization !== "Bearer t0ken") return status(401)(response, {} as never);
  if (code !== "SMS_1001" || parts > 1) return json({ code: "isv.SMS_TEMPLATE_ILLEGAL" }, 400)(response, {} as never);
  json({ code: "OK", id: "900619746936498440" })(response, {} as never);
};

const channel = ({ origin }: Receiver, change: { token?: string; patience?: number } = {}) =>
  sms(
    { gateway: `${origin}/sms`, token: change.token ?? "t0ken", template },
    tools({ patience: change.patience ?? 5000 }),
  );

describe("a text message", () => {
  it("goes out as a template with parameters, in one part", async () => {
    const other = await receiver(gateway);
    expect(await send(channel(other), "13800001234")).toEqual({ kind: "delivered", receipt: "900619746936498440" });
    expect(JSON.parse(other.received[0]!.body)).toEqual({
      id: "n-17-a",
      phone: "13800001234",
      template: "SMS_1001",
      // 【巫山就业】 6, title 9, ： 1, 。编号 3, n-17-a 6: 25 of 70; the text has 26 + 1 + 7 = 34
      parameters: {
        title: "红色预警：神女药业",
        text: "本月减少 23 人（12%），三个月减少 41 人。；同类企业持平。",
        number: "n-17-a",
      },
    });
  });

  // 6 + 1 + 3 = 10 of the template itself, 6 of the number: 54 are left for title and text.
  it.each([
    [10, 44, "t".repeat(10), "x".repeat(44)],
    [10, 45, "t".repeat(10), `${"x".repeat(43)}…`],
    [54, 3, "t".repeat(54), ""],
    [53, 3, "t".repeat(53), "…"],
    [55, 0, `${"t".repeat(53)}…`, ""],
    [300, 300, `${"t".repeat(53)}…`, ""],
  ])("with a title of %i and a text of %i characters is one part", (titleLength, textLength, title, text) => {
    const long = message({ title: "t".repeat(titleLength), lines: ["x".repeat(textLength)] });
    const parameters = parametersFor(template, wordingOf(long), long.key);
    expect(parameters).toEqual({ title, text, number: "n-17-a" });
    expect("kind" in parameters ? 0 : rendered(template, parameters).length).toBeLessThanOrEqual(70);
  });

  it("whose template leaves no room is refused with the reason", async () => {
    const wide = { code: "SMS_2", text: `${"模".repeat(64)}${template.text}` };
    expect(parametersFor(wide, wordingOf(message()), "n-17-a")).toMatchObject({
      permanent: true,
      code: "template-too-long",
    });
  });

  it("counts a sign outside the basic plane as two, and never halves it", () => {
    const smile = message({ title: "t", lines: ["😀".repeat(30)] }); // 53 are left: 52 and "…"
    expect(parametersFor(template, wordingOf(smile), "n-17-a")).toMatchObject({ text: `${"😀".repeat(26)}…` });
  });

  it("fills its template once: a name that looks like a place is only a name", () => {
    const parameters = { title: place("number"), text: "b", number: "n" };
    expect(rendered(template, parameters)).toBe(`【巫山就业】${place("number")}：b。编号n`);
  });
});

describe("an answer", () => {
  it.each([
    [json({ code: "isv.BUSINESS_LIMIT_CONTROL" }), false, "sms-limited", 3600],
    [json({ code: "isv.MOBILE_NUMBER_ILLEGAL" }), true, "sms-refused", undefined],
    [json({ code: "isv.SMS_TEMPLATE_ILLEGAL" }, 400), true, "sms-refused", undefined],
    [json({ code: "isv.OUT_OF_SERVICE" }), false, "sms-not-taken", undefined],
    [json({ code: "isp.SYSTEM_ERROR" }, 500), false, "http-500", undefined],
    [json({ ok: true }), false, "answer-unreadable", undefined],
    [garbage, false, "answer-unreadable", undefined],
    [status(401), false, "http-401", undefined],
    [status(404), false, "http-404", undefined],
    [status(429), false, "http-429", 60],
    [reset, false, "connection-failed", undefined],
    [silence, false, "receiver-slow", undefined],
  ] as const)("%# is a failure", async (answer, permanent, code, wait) => {
    const sent = await send(channel(await receiver(answer), { patience: 1000 }), "13800001234");
    expect(sent).toMatchObject({ kind: "failed", permanent, code });
    expect(sent.kind === "failed" && sent.retryAfterSeconds).toBe(wait);
  });

  it("of a wrong token of ours loses no message", async () => {
    const sent = await send(channel(await receiver(gateway), { token: "wrong" }), "13800001234");
    expect(sent).toMatchObject({ kind: "failed", permanent: false, code: "http-401" });
  });
});

it.each([
  ["13800001234", null],
  ["+8613800001234", "sms-address-wrong"],
  ["1380000123", "sms-address-wrong"],
  ["23800001234", "sms-address-wrong"],
  ["138 0000 1234", "sms-address-wrong"],
])("the address %s is checked: %s", (address, code) => {
  expect(channel({ origin: "http://127.0.0.1", received: [] }).check(address)?.code ?? null).toBe(code);
});
