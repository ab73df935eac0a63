import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, route, takes } from "../route.ts";
import { LAB } from "./lab-answer.ts";
import { labForm } from "./lab-form.ts";
import { labBenches } from "./lab-history.ts";
import { labInput } from "./lab-input.ts";
import { labResults } from "./lab-results.ts";
import { LAB_SCRIPT, LAB_SCRIPT_PATH } from "./lab-script.ts";
import { labView } from "./lab-view.ts";
import { labLead } from "./lab-words.ts";
import { setTables } from "./set-tables.ts";
import { versionRoutes } from "./version-routes.ts";
import { saveForm, versionChoice, versionTable } from "./version-table.ts";

const NAME = text("阈值", "Thresholds");

/** The threshold lab: a set tried on the past months beside another, and the versions of the set. */
export const thresholdRoutes = (options: WebOptions): readonly Route[] => {
  const { profile } = options;
  const benches = labBenches(profile);
  return [
    ...pair({
      ...{ path: "/thresholds", name: NAME, rule: { right: "preview-thresholds", over: "place" }, inHead: true },
      ...{ input: labInput(profile), answers: LAB },
      view: (asked) => labView(asked, options, benches),
      page: (asked, view) => ({
        ...{ kind: "page", title: asked.say(NAME), charts: true, script: LAB_SCRIPT_PATH },
        main: html`<div data-part="lead"><p class="lead" role="status">${asked.say(labLead(view))}</p></div>
${versionChoice(asked, view)}
<div class="lab">${labForm(asked, view, profile)}
<div data-part="results">${view.beyond.length === 0 ? saveForm(asked, view) : null}${view.result ? labResults(asked, view.result, profile) : null}</div></div>
${versionTable(asked, view)}
${setTables(asked, view.set, profile)}`,
      }),
    }),
    ...versionRoutes(options),
    route({
      ...{ method: "get", path: LAB_SCRIPT_PATH, kind: "file", name: text("阈值页脚本", "Script of the lab") },
      rule: { open: "moves sliders, and knows nothing" },
      input: takes(),
      handle: async () => ({ kind: "file", type: "text/javascript; charset=utf-8", body: LAB_SCRIPT, keep: true }),
    }),
  ];
};
