import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountJson } from "../../jobs/explain/account-json.ts";
import { accountLines } from "../../jobs/explain/account-lines.ts";
import { explainOne } from "../../jobs/explain/explain-one.ts";
import { FULL_HEADER, fullCells } from "../../jobs/explain/full-rows.ts";
import { scoredAgain } from "../../jobs/explain/scored-again.ts";
import { rowOf } from "../../models/fill-panel.ts";
import { withEdits } from "../../models/lab/tunable.ts";
import { Problem } from "../../models/problem.ts";
import { withGroups } from "../../models/strictness.ts";
import type { Db } from "../../src/db/db.ts";
import { latestRun } from "../../src/db/run.ts";
import { type ExportedScore, exportedScores } from "../../src/db/score.ts";
import { saveVersion, stepVersion } from "../../src/db/threshold-version.ts";
import { fillCounty, runOn, wushan } from "../county.ts";
import { oneDatabase } from "../databases.ts";

describe.each(oneDatabase())("the account of a score on $name", ({ open }) => {
  let db: Db;
  let last: number;
  let scores: ExportedScore[];
  beforeAll(async () => {
    db = await open();
    ({ last } = await fillCounty(db, 300, 30));
    for (let month = last - 1; month <= last; month++) await runOn(db, month);
    const run = (await latestRun(db, last - 1))!;
    scores = await db.transaction(async (tx) => {
      const all: ExportedScore[] = [];
      for await (const block of exportedScores(tx, run.id, 500)) all.push(...block);
      return all;
    });
  }, 180_000);
  afterAll(() => db.close());

  const account = (code: string) => explainOne(db, code, last - 1, wushan, 1);
  const some = (wanted: (score: ExportedScore) => boolean) => scores.find(wanted)!;

  it("gives what the run stored, also of a month that later data went past, with an alert or without", async () => {
    const [packed] = await db.query("select batch_id, published_on from series_state");
    const alarmed = some(({ level }) => level !== null);
    const quiet = some(({ level, status, risk }) => level === null && status === 0 && (risk ?? 0) > 0);
    for (const { code } of [alarmed, quiet]) expect((await account(code)).account.differing).toEqual([]);
    expect(await db.query("select batch_id, published_on from series_state")).toEqual([packed]); // nothing stored is touched
  });

  it("has contributions that sum to the stored risk, and an interval around it", async () => {
    const { code, risk, riskLow, riskHigh } = some(
      ({ risk, headcount }) => (risk ?? 0) > 0.01 && (headcount ?? 0) >= 20,
    );
    const { contributions } = (await account(code)).account;
    const sum = contributions.reduce((total, { logOdds }) => total + logOdds, 0);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(risk!, 4);
    expect(riskLow!).toBeLessThanOrEqual(risk!);
    expect(riskHigh!).toBeGreaterThanOrEqual(risk!);
  });

  it("names the peers from the finest group to everybody, each within the next, the first's change being the stored one", async () => {
    const { code, peerChange } = some(({ status, peers, level }) => status === 0 && peers > 3 && level !== null);
    const { account: found, peerNames } = await account(code);
    const sizes = found.peers.map(({ enterprises }) => enterprises);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(found.peers[0]!.change).toBeCloseTo(peerChange!, 6);
    expect(found.peers.at(-1)).toMatchObject({ kind: "everybody" });
    expect(peerNames.at(-1)!.zh).toBe("全部企业");
    expect(new Set(peerNames.map(({ zh }) => zh)).size).toBe(peerNames.length);
  });

  it("tells in people how far it stands from what its peers did, in the sentence and the JSON", async () => {
    const score = some((one) => one.status === 0 && one.peers > 3 && one.headcount! < one.previous! - 5);
    const found = await account(score.code);
    const fewer = Math.round(score.previous! * Math.exp(score.peerChange!)) - score.headcount!;
    expect(accountJson(found, score.code).fewerThanPeers).toBe(fewer);
    const { zh, en } = found.account.sentence;
    expect(zh).toMatch(new RegExp(`较\\S+企业（${score.peers}户，预期变动.*）少${fewer}人`));
    expect(en).toContain(`${fewer} fewer than expected from ${score.peers} enterprises`);
  });

  it("names in the sentence the first of those groups that was large enough", async () => {
    const named = new Set<string>();
    const reported = scores.filter(({ status, peers, headcount }) => status === 0 && peers > 0 && headcount !== null);
    for (const score of reported.slice(0, 15)) {
      const { peers, sentence } = (await account(score.code)).account;
      const asked = peers.find(({ leans }) => !leans)!;
      expect(asked.enterprises).toBe(score.peers + 1);
      const above = asked.industry >= 0 ? wushan.industries[asked.industry]!.name.zh : null;
      const words = {
        ...{ region: "同地区同行业同规模企业", band: "同行业同规模企业", half: "规模相近企业", everybody: "全部企业" },
        industry: asked.industry === peers[0]!.industry ? "同行业企业" : `${above}企业`,
      }[asked.kind];
      expect(sentence.zh).toContain(`${words}（${score.peers}户`);
      named.add(asked.kind);
    }
    expect(named.size).toBeGreaterThan(1);
  });

  it("holds every rule's conditions against what was found: those that hold are those stored", async () => {
    const { code, rules } = some(({ level }) => level !== null);
    const checked = (await account(code)).account.rules;
    expect(checked.filter(({ held }) => held).map(({ id }) => id)).toEqual(rules);
    expect(checked).toHaveLength(wushan.thresholds.rules.length);
    for (const { held, conditions } of checked)
      if (held) for (const { found } of conditions) expect(found).not.toBeNull();
  });

  it("names the limits that hold for the enterprise's industry and size, labels by law as they are", async () => {
    const edits = Object.fromEntries(wushan.sizeBands.map((from) => [`size.${from}`, 1.5]));
    const set = withEdits(withGroups(wushan.thresholds, wushan), edits);
    await db.transaction(async (tx) => {
      const deed = { reason: "test", at: "2025-01-01T00:00:00Z" };
      const id = await saveVersion(tx, set, last, { ...deed, actor: "one" });
      await stepVersion(tx, id, "approved", { ...deed, actor: "another" });
    });
    await runOn(db, last);
    const { code } = some(({ status, headcount }) => status === 0 && (headcount ?? 0) >= 20);
    const { rules } = (await explainOne(db, code, last, wushan, 1)).account;
    const limitOf = (rule: string, asks: string) =>
      rules.find(({ id }) => id === rule)!.conditions.find((one) => one.asks === asks)!.limit;
    const own = (rule: string) => wushan.thresholds.rules.find(({ id }) => id === rule)!.when.fallPeople!.value;
    expect(limitOf("red-deep", "fallPeople")).toBe(1.5 * own("red-deep"));
    const label = wushan.thresholds.rules.find(({ level, when }) => level === null && when.fallPeople)!.id;
    expect(limitOf(label, "fallPeople")).toBe(own(label));
  });

  it("says all of it in lines and as JSON, without a number that is none", async () => {
    const { code } = some(({ level }) => level !== null);
    const explained = await account(code);
    const lines = accountLines(explained.account, explained.run, explained.thresholdSet, explained.peerLines, wushan);
    expect(lines.map(({ zh, en }) => `${zh}${en}`).join("\n")).not.toMatch(/NaN|Infinity|undefined/);
    expect(lines.map(({ zh }) => zh).join("\n")).not.toMatch(/fall(People|Share)|\d\.\d{5}/); // in words, and shortened
    const rules = lines.filter(({ zh }) => zh.includes("（界限 ") || zh.includes("动态“")).map(({ zh }) => zh);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.join("\n")).not.toMatch(/[a-z]{3}/); // no code and no English unit
    const json = JSON.parse(JSON.stringify(accountJson(explained, code)));
    expect(json).toMatchObject({ enterprise: code, reproduced: true, run: { id: explained.run.id } });
    expect(json.months.at(-1).headcount).toBe(json.headcount);
    expect(json.path.kind).toMatch(/path|too-short|silent/);
  });

  it("is in the full export, a cell under each header", async () => {
    const again = await scoredAgain(db, (await latestRun(db, last - 1))!, wushan, 1);
    const score = some(({ level, risk }) => level !== null && (risk ?? 0) > 0.01);
    const cells = fullCells(score, rowOf(again.columns, score.enterprise), again);
    expect(cells).toHaveLength(FULL_HEADER.length);
    const at = (header: string) => cells[FULL_HEADER.indexOf(header)];
    expect([at("z"), at("q"), at("rules")]).toEqual([score.z, score.q, score.rules!.join(" ")]);
    const parts = FULL_HEADER.flatMap((header, i) => (header.startsWith("log_odds_") ? [Number(cells[i] ?? 0)] : []));
    expect(1 / (1 + Math.exp(-parts.reduce((sum, part) => sum + part, 0)))).toBeCloseTo(score.risk!, 4);
  });

  it("is refused for a month never run and an enterprise never scored, with what to do", async () => {
    await expect(explainOne(db, scores[0]!.code, last + 5, wushan, 1)).rejects.toMatchObject({ code: "no-runs" });
    await expect(account("nobody")).rejects.toBeInstanceOf(Problem);
  });
});
