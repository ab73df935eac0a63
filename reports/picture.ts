import type { ChartConfig } from "./charts.ts";
import { type Html, html, type Part, scriptJson } from "./markup.ts";

export interface PictureOptions {
  /** Unique in the page. */
  readonly id: string;
  readonly title: Part;
  /** What the picture shows, for those who do not see it and for print without scripts. */
  readonly says: string;
  readonly config: ChartConfig;
  /** Height in px where the default does not do. */
  readonly height?: number;
}

/** A chart with its title and the sentence that says the same. */
export function picture({ id, title, says, config, height }: PictureOptions): Html {
  const style = height === undefined ? null : html` style="height:${height}px"`;
  return html`<figure><figcaption>${title}</figcaption>
<div class="canvas"${style}><canvas data-chart="${id}" role="img" aria-label="${says}"></canvas></div>
<script type="application/json" id="${id}">${scriptJson(config)}</script>
<p class="note">${says}</p></figure>
`;
}
