// The last runs of a node, oldest at the left: how each ended is told by height and form, then by colour.

import { h } from "../dom.js";
import { sumOf } from "./state.js";
import { ago } from "../time.js";

const SLOTS = 12;
const STEP = 7;

export function strip(recent) {
  const runs = recent.slice(0, SLOTS).reverse();
  const from = SLOTS - runs.length;
  return h("svg.strip", { viewBox: `0 0 ${SLOTS * STEP} 16`, role: "img", "aria-label": told(recent) },
    Array.from({ length: from }, (_, at) => h("path", { key: at, class: "none", d: `M${at * STEP} 15.5h5` })),
    runs.map((run, at) => mark(run, (from + at) * STEP)));
}

function mark(run, x) {
  const worst = run.critical ? "critical" : run.warning ? "warning" : "info";
  const key = `${run.run}${x}`;
  switch (run.state) {
    case "clean":
      return h("path", { key, "data-tone": "ok", class: "solid", d: `M${x} 11h5v5h-5z` });
    case "findings":
      return h("path", { key, "data-tone": worst, class: "solid", d: `M${x} ${worst === "critical" ? 0 : worst === "warning" ? 4 : 8}h5V16h-5z` });
    case "incomplete":
      return h("path", { key, "data-tone": "warning", class: "line", d: `M${x + 0.75} 4.75h3.5v10.5h-3.5z` });
    default:
      return h("path", { key, "data-tone": "critical", class: "line", d: `M${x + 0.5} 6l4 9M${x + 4.5} 6l-4 9` });
  }
}

function told(recent) {
  if (!recent.length) {
    return "no run yet";
  }
  const clean = recent.filter((run) => run.state === "clean").length;
  const [newest] = recent;
  const now = newest.state === "findings" ? `${sumOf(newest)} findings` : newest.state;
  return `last run ${ago(newest.endedAt)}: ${now}; ${clean} of ${recent.length} clean`;
}
