import type { ChartConfig } from "./charts.ts";
import { type Html, html, type Part, scriptJson } from "./markup.ts";

export interface PictureOptions {
  /** Unique in the page. */
  readonly id: string;
  readonly title: Part;
  /** What the picture shows, for those who do not see it and for print without scripts. */
  readonly says: string;
  readonly config: ChartConfig;
  /** Bars to make room for, 1 to MOST_ROWS; without it the picture has its usual height. */
  readonly rows?: number;
}

export const MOST_ROWS = 24;

/** Heights by class, because the page's policy lets no style attribute through. */
export const ROWS_STYLE = Array.from(
  { length: MOST_ROWS },
  (_, i) => `figure .canvas.rows-${i + 1}{height:${60 + (i + 1) * 26}px}`,
).join("\n");

/** A chart with its title and the sentence that says the same. */
export function picture({ id, title, says, config, rows }: PictureOptions): Html {
  const room = rows === undefined ? "" : ` rows-${Math.min(rows, MOST_ROWS)}`;
  return html`<figure><figcaption>${title}</figcaption>
<div class="canvas${room}"><canvas data-chart="${id}" role="img" aria-label="${says}"></canvas></div>
<script type="application/json" id="${id}">${scriptJson(config)}</script>
<p class="note">${says}</p></figure>
`;
}
