import type { WebOptions } from "../options.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { OF_ENTERPRISE, OF_PLACE } from "./alert-params.ts";
import { SHEET } from "./sheet-answer.ts";
import { SHEET_NAME, sheetPage } from "./sheet-page.ts";
import { sheetView } from "./sheet-view.ts";

/** The page of one alert, below the enterprise whose rights decide or of the whole place. */
export const sheetRoutes = ({ profile }: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/enterprises/:code/alerts/:number", name: SHEET_NAME, answers: SHEET },
    rule: { right: "read-alerts", over: "enterprise" },
    input: takes({ params: OF_ENTERPRISE }),
    view: (asked) => sheetView(asked, profile, asked.input.params.code),
    page: (asked, view) => sheetPage(asked, view, profile),
  }),
  ...pair({
    ...{ path: "/place/alerts/:number", name: SHEET_NAME, answers: SHEET },
    rule: { right: "read-alerts", over: "place" },
    input: takes({ params: OF_PLACE }),
    view: (asked) => sheetView(asked, profile, null),
    page: (asked, view) => sheetPage(asked, view, profile),
  }),
];
