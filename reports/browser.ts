import { DARK, LIGHT, type Palette } from "./tokens.ts";

const swaps = (Object.keys(LIGHT) as (keyof Palette)[]).map((name) => [LIGHT[name], DARK[name]]);

/**
 * Draws every canvas from the JSON beside it, in the reader's colours and in light ones for print. Without it the page is
 * complete: each chart's numbers stand in a table or sentence next to it. A script that puts other charts in place says so by
 * the event "charts-changed".
 */
export const BROWSER_SCRIPT = `
(function () {
  if (typeof Chart === "undefined") return;
  document.documentElement.classList.add("js");
  var swaps = ${JSON.stringify(swaps)};
  var dark = matchMedia("(prefers-color-scheme: dark)");
  var charts = [];
  function config(text, night) {
    if (night) swaps.forEach(function (s) { text = text.split(s[0]).join(s[1]); });
    return JSON.parse(text);
  }
  function draw(night) {
    charts.forEach(function (c) { c.destroy(); });
    charts = Array.prototype.map.call(document.querySelectorAll("canvas[data-chart]"), function (canvas) {
      return new Chart(canvas, config(document.getElementById(canvas.dataset.chart).textContent, night));
    });
  }
  draw(dark.matches);
  dark.addEventListener("change", function () { draw(dark.matches); });
  addEventListener("charts-changed", function () { draw(dark.matches); });
  addEventListener("beforeprint", function () { draw(false); });
  addEventListener("afterprint", function () { draw(dark.matches); });
})();
`;
