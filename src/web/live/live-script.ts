import { createHash } from "node:crypto";

/**
 * Says on an open page that something new has come; the page itself is only ever made by the server. A page out of sight keeps
 * no connection and goes on from where it was when it is looked at again.
 */
export const LIVE_SCRIPT = `
(function () {
  var line = document.querySelector("[data-live]");
  if (!line || !window.EventSource) return;
  var since = line.dataset.live, title = document.title, alerts = 0, source = null;
  function tell() {
    var words = alerts > 0 ? line.dataset.alerts.replace("{n}", alerts) : line.dataset.run;
    var link = document.createElement("a");
    link.href = location.pathname + location.search;
    link.textContent = words;
    line.replaceChildren(link);
    document.title = (alerts > 0 ? "(" + alerts + ") " : "") + title;
  }
  function open() {
    source = new EventSource("/live?since=" + encodeURIComponent(since));
    source.addEventListener("alert", function (event) { since = event.lastEventId; alerts++; tell(); });
    source.addEventListener("run", function (event) { since = event.lastEventId; tell(); });
  }
  function follow() {
    if (document.hidden) { if (source) source.close(); source = null; }
    else if (!source || source.readyState === EventSource.CLOSED) open();
  }
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", function () { if (source) source.close(); source = null; });
  addEventListener("pageshow", follow);
})();
`;

/** Part of the address says what is in it, so that browsers keep it until it changes. */
export const LIVE_PATH = `/assets/${createHash("sha256").update(LIVE_SCRIPT).digest("hex").slice(0, 12)}/live.js`;
