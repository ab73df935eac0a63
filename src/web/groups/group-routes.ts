import { z } from "zod";
import { text } from "../../../models/text.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { notFound } from "../shell/problems.ts";
import { GROUP_ANSWER } from "./group-answer.ts";
import { groupPage } from "./group-page.ts";
import { groupOf, groupView } from "./group-view.ts";

const PAGES = [
  { kind: "industry", path: "/industries/:group", name: text("行业", "Industry") },
  { kind: "region", path: "/regions/:group", name: text("区划", "Region") },
] as const;

/** An industry or a region by itself; to whoever has only some of its enterprises, those. */
export const groupRoutes = ({ profile }: WebOptions): readonly Route[] =>
  PAGES.flatMap(({ kind, path, name }) =>
    pair({
      ...{ path, name, rule: { right: "read-alerts", over: "reach" } },
      input: takes({ params: { group: z.string().max(64) } }),
      answers: GROUP_ANSWER,
      view: async (asked) => {
        const group = groupOf(profile, kind, asked.input.params.group);
        const view = group && (await groupView(asked, profile, group));
        if (!view) throw notFound();
        return view;
      },
      page: (asked, view) => groupPage(asked, view, profile),
    }),
  );
