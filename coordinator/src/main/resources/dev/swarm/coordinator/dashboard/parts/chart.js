// Small charts, drawn as SVG, each with its table beside it. The drawing is for the eye; the table says it all.

import { h } from "../dom.js";
import { whole } from "../text.js";
import { panel } from "./page.js";

const WIDE = 720;
const HIGH = 160;

/** A chart and, beside it, the same numbers; below it where there is no room. */
export function charted(title, chart, numbers) {
  return panel(title, null, h("div.charted", null, h("div", null, chart), numbers));
}

/** A table with a caption that only screen readers need. @param rows lists of cells; the first is the row's name */
export function table(label, columns, rows, props) {
  return h("div.scroll", { tabIndex: 0, role: "region", "aria-label": `${label}, as a table`, ...props }, h("table", null,
    h("caption.unseen", null, label),
    h("thead", null, h("tr", null, columns.map((name, at) => h("th", { key: at, scope: "col", class: numeric(rows, at) ? "number" : undefined }, name)))),
    h("tbody", null, rows.map((cells, row) => h("tr", { key: row }, cells.map((cell, at) => at
      ? h("td", { key: at, class: numeric(rows, at) ? "number" : undefined }, typeof cell === "number" ? whole(cell) : cell)
      : h("th", { key: at, scope: "row" }, cell)))))));
}

const numeric = (rows, column) => typeof rows[0]?.[column] === "number";

/** Steps of a number that only grows; @param points [millis, value] in order */
export function steps(label, points, from, until) {
  const top = Math.max(1, ...points.map(([, value]) => value)) * 1.04;
  const x = (millis) => (WIDE * (millis - from)) / Math.max(1, until - from);
  const y = (value) => HIGH - (HIGH * value) / top;
  let path = `M0 ${HIGH}`;
  for (const [millis, value] of points) {
    path += `H${x(millis).toFixed(1)}V${y(value).toFixed(1)}`;
  }
  return h("svg.chart", { viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
    rules(4), h("path.area", { d: `${path}H${WIDE}V${HIGH}Z` }), h("path.edge", { d: `${path}H${WIDE}` }));
}

function rules(number) {
  return Array.from({ length: number + 1 }, (_, at) => h("path.rule", { key: `rule${at}`, d: `M0 ${(at * HIGH) / number}H${WIDE}` }));
}

/** Stacked bars; @param bars [{name, parts: [[tone, value] …], below: the same, downwards}] */
export function stacks(label, bars) {
  const above = Math.max(1, ...bars.map(({ parts }) => total(parts)));
  const under = Math.max(0, ...bars.map(({ below }) => total(below ?? [])));
  const grid = step((above + under) / 4);
  const up = Math.ceil(above / grid);
  const down = Math.ceil(under / grid);
  const marks = Array.from({ length: up + down + 1 }, (_, at) => (up - at) * grid);
  const scale = HIGH / ((up + down) * grid);
  const wide = WIDE / Math.max(1, bars.length);
  return h("div.plot", null,
    h("div.scale", { "aria-hidden": "true" }, marks.map((mark) => h("span", { key: mark }, whole(Math.abs(mark))))),
    h("svg.chart", { viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
      rules(up + down), bars.map((bar, at) => stack(bar, at * wide + wide * 0.15, wide * 0.7, up * grid * scale, scale))));
}

const total = (parts) => parts.reduce((sum, [, value]) => sum + value, 0);

function stack({ name, parts, below = [] }, x, width, ground, scale) {
  const found = [];
  for (const [list, direction] of [[parts, -1], [below, 1]]) {
    let y = ground;
    for (const [tone, value] of list.filter(([, one]) => one > 0)) {
      const high = value * scale;
      found.push(h("rect", { key: name + tone + direction, "data-tone": tone, x, y: direction < 0 ? y - high : y, width, height: high }));
      y += direction * high;
    }
  }
  return found;
}

/** The next round whole number: 1, 2, 3, 5, 10, 15, 20, 30, 50 … */
function step(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return Math.max(1, [1, 1.5, 2, 3, 5, 10].map((one) => one * power).find((one) => one >= value && Number.isInteger(one)));
}
