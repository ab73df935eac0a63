import { createHash } from "node:crypto";

/**
 * Ties each slider to its field and, while one moves, asks the server for the same page with the fields as they stand; what
 * is marked data-part is put in place. The address is kept as the form would send it, without what was not changed. Without
 * it the form works by its button.
 */
export const LAB_SCRIPT = `
(function () {
  var form = document.getElementById("lab");
  if (!form) return;
  var waiting = 0, asking = null;
  function address() {
    var query = new URLSearchParams();
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!field.name || (field.type === "checkbox" && !field.checked)) return;
      if (field.type !== "number" || field.value !== field.dataset.base) query.append(field.name, field.value);
    });
    return form.action.split("?")[0] + "?" + query;
  }
  function show(text) {
    var page = new DOMParser().parseFromString(text, "text/html");
    document.querySelectorAll("[data-part]").forEach(function (old) {
      var fresh = page.querySelector('[data-part="' + old.dataset.part + '"]');
      if (!fresh) return;
      var open = Array.prototype.map.call(old.querySelectorAll("details"), function (one) { return one.open; });
      old.replaceChildren.apply(old, fresh.childNodes);
      old.querySelectorAll("details").forEach(function (one, i) { if (i < open.length) one.open = open[i]; });
    });
    dispatchEvent(new Event("charts-changed"));
  }
  function ask() {
    if (!form.checkValidity()) return;
    if (asking) asking.abort();
    asking = new AbortController();
    var to = address();
    fetch(to, { signal: asking.signal }).then(function (answer) {
      if (!answer.ok) return;
      return answer.text().then(function (text) { show(text); history.replaceState(null, "", to); });
    }).catch(function () {});
  }
  function soon() { clearTimeout(waiting); waiting = setTimeout(ask, 120); }
  form.querySelectorAll("input[type=range]").forEach(function (slider) {
    var field = document.getElementById(slider.dataset.for);
    slider.hidden = false;
    slider.addEventListener("input", function () { field.value = slider.value; });
    field.addEventListener("input", function () { slider.value = field.value; });
  });
  form.addEventListener("input", soon);
  form.addEventListener("submit", function (event) { event.preventDefault(); ask(); });
})();
`;

const version = createHash("sha256").update(LAB_SCRIPT).digest("hex").slice(0, 12);

/** Part of the address says what is in it, so that browsers keep it until it changes. */
export const LAB_SCRIPT_PATH = `/assets/${version}/lab.js`;
