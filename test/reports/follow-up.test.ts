import { expect, it } from "vitest";
import { followUpSentence } from "../../reports/follow-up.ts";

const record = { months: 1, judged: 9, came: 9, lead: 0 };

it("says beside how past alerts did of how many it is not known yet: what is known first is what came at once", () => {
  expect(followUpSentence({ handled: null, record: { ...record, pending: 34 } })).toEqual({
    zh: "近1个月结果已明的预警9户，其后确有较大减员的9户；另有34户结果尚不明；提前量中位数0个月。",
    en: "Of alerts in the last month with a known outcome (9 enterprises), 9 enterprises were followed by a large reduction; that of 34 enterprises is not known yet; median lead 0 months.",
  });
});

it("tells a share of ten and more only, and that it will move", () => {
  const many = { ...record, judged: 20, came: 9, pending: 34 };
  expect(followUpSentence({ handled: null, record: many }).zh).toContain(
    "确有较大减员的9户（45.0%）；另有34户结果尚不明，上述比例会随之变动",
  );
});

it("says nothing of those where there are none, or where it was not counted yet", () => {
  for (const one of [{ ...record, pending: 0 }, record])
    expect(followUpSentence({ handled: null, record: one }).zh).not.toContain("尚不明");
});
