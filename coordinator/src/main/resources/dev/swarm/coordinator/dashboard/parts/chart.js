// Small charts, drawn as SVG, each with its table. The drawing is for the eye; the table says it all.

import { h } from "../dom.js";
import { whole } from "../text.js";

const WIDE = 720;
const HIGH = 160;

/** A table with a caption that only screen readers need. @param rows lists of cells; the first is the row's name */
export function table(label, columns, rows, props) {
  return h("div.scroll", { tabIndex: 0, role: "region", "aria-label": label, ...props }, h("table", null,
    h("caption.unseen", null, label),
    h("thead", null, h("tr", null, columns.map((name, at) => h("th", { key: at, scope: "col", class: at ? "number" : undefined }, name)))),
    h("tbody", null, rows.map((cells, row) => h("tr", { key: row }, cells.map((cell, at) => at
      ? h("td.number", { key: at }, typeof cell === "number" ? whole(cell) : cell)
      : h("th", { key: at, scope: "row" }, cell)))))));
}

/** Steps of a number that only grows; @param points [millis, value] in order */
export function steps(label, points, from, until) {
  const top = nice(Math.max(1, ...points.map(([, value]) => value)));
  const x = (millis) => (WIDE * (millis - from)) / Math.max(1, until - from);
  const y = (value) => HIGH - (HIGH * value) / top;
  let path = `M0 ${HIGH}`;
  for (const [millis, value] of points) {
    path += `H${x(millis).toFixed(1)}V${y(value).toFixed(1)}`;
  }
  return h("svg.chart", { viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
    rules(), h("path.area", { d: `${path}H${WIDE}V${HIGH}Z` }), h("path.edge", { d: `${path}H${WIDE}` }));
}

function rules() {
  return [0, 1, 2, 3, 4].map((at) => h("path.rule", { key: at, d: `M0 ${(at * HIGH) / 4}H${WIDE}` }));
}

/** Stacked bars; @param bars [{name, parts: [[tone, value] …]}] */
export function stacks(label, bars) {
  const top = nice(Math.max(1, ...bars.map((bar) => bar.parts.reduce((sum, [, value]) => sum + value, 0))));
  const step = WIDE / Math.max(1, bars.length);
  return h("div.plot", null,
    h("div.scale", { "aria-hidden": "true" }, [4, 3, 2, 1, 0].map((at) => h("span", { key: at }, whole(Math.round((top * at) / 4))))),
    h("svg.chart", { viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", role: "img", "aria-label": label }, rules(),
      bars.map((bar, at) => stack(bar, at * step + step * 0.15, step * 0.7, top))));
}

function stack(bar, x, width, top) {
  let y = HIGH;
  return bar.parts.map(([tone, value]) => {
    const high = (HIGH * value) / top;
    y -= high;
    return high > 0 && h("rect", { key: bar.name + tone, "data-tone": tone, x, y, width, height: high });
  });
}

/** The next round number: 1, 2, 5, 10 …, and a multiple of four where it is small. */
function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  const found = [1, 2, 4, 5, 8, 10].find((step) => step * power >= value) * power;
  return Math.max(4, found);
}
