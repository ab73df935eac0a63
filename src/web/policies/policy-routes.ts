import { z } from "zod";
import { dayOf } from "../../../models/instant.ts";
import { variantOn } from "../../../models/policy/variant-on.ts";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { CODE, DAY, TEXT } from "../answers/units.ts";
import type { WebOptions } from "../options.ts";
import { nameIn } from "../pages/level.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";

const NAME = text("扶持政策", "Support policies");

const POLICIES = z.strictObject({
  on: DAY,
  policies: z.array(
    z.strictObject({
      ...{ code: z.string(), name: TEXT, department: CODE, beneficiary: TEXT, inForce: z.boolean() },
      /** Of the variant in force or next to it; no last day: no end set. */
      dates: z.strictObject({ from: DAY, to: DAY.nullable() }).nullable(),
      source: TEXT.nullable(),
    }),
  ),
});

/** What support there is today, from whom, until when, by which document. What it means for one enterprise is on its page. */
export const policyRoutes = ({ profile }: WebOptions): readonly Route[] =>
  pair({
    ...{ path: "/policies", name: NAME, rule: { right: "read-enterprise", over: "reach" }, inHead: true },
    ...{ input: takes(), answers: POLICIES },
    view: async ({ now }) => {
      const on = dayOf(now);
      const policies = profile.policies.map(({ code, name, department, beneficiary, variants, ...policy }) => {
        const chosen = variantOn({ ...policy, code, name, department, beneficiary, variants }, profile.place, on);
        const { variant = null, inForce = false } = chosen ?? {};
        const dates = variant && { from: variant.validFrom, to: variant.validTo };
        return { code, name, department, beneficiary, inForce, dates, source: variant?.source.note ?? null };
      });
      return { on, policies };
    },
    page: (asked, { on, policies }) => {
      const { say, language } = asked;
      const open = policies.filter(({ inForce }) => inForce).length;
      const lead = text(
        `本地区配置了${policies.length}项扶持政策，${on}在有效期内的有${open}项。每户企业可享受的政策和余量见企业页面。`,
        `${policies.length} support policies are known here; ${open} are in force on ${on}. What they mean for an enterprise stands on its page.`,
      );
      const until = (dates: { readonly from: string; readonly to: string | null } | null) =>
        dates === null ? "—" : `${dates.from} – ${dates.to ?? say(text("未设截止", "no end set"))}`;
      const heads = [
        text("政策", "Policy"),
        text("主管部门", "Department"),
        text("对象", "For whom"),
        text("有效期", "In force"),
        text("状态", "State"),
        text("依据", "Source"),
      ];
      const main = html`<p class="lead">${say(lead)}</p>${table({
        caption: say(NAME),
        columns: heads.map((head) => ({ head: say(head) })),
        rows: policies.map(({ name, department, beneficiary, inForce, dates, source }) => ({
          name: say(name),
          cells: [
            nameIn(asked, profile.departments, department),
            ...[
              say(beneficiary),
              until(dates),
              say(inForce ? text("有效", "in force") : text("不在有效期", "not in force")),
            ],
            source === null ? "" : say(source),
          ],
        })),
        ...{ stack: true, empty: say(text("本地区没有配置扶持政策。", "This place has none.")), language },
      })}`;
      return { kind: "page", title: say(NAME), main };
    },
  });
