// Who worked when: one line for each subtask, or for each node of a larger fleet. The same numbers stand
// in the columns beside the lines, so that nobody depends on the drawing.

import { h } from "../dom.js";
import { clock, span } from "../time.js";
import { link } from "./page.js";
import { stage, state } from "./state.js";
import { to } from "../route.js";
import { Window } from "./window.js";

const KINDS = ["waiting", "thinking", "acting"];
const WIDE = 1000;
const THIN = 2.5;

/** Where on the line each is drawn, and how high: told apart without colour. */
const HEIGHTS = { waiting: [6, 4], thinking: [3, 10], acting: [1, 14] };

/** What a subtask did until then, in milliseconds since the epoch. */
function worked(subtask, until) {
  const spans = (subtask.spans ?? []).map((one) => ({ kind: one.kind, label: one.label, from: at(one.from), to: one.to ? at(one.to) : until }));
  const from = subtask.acceptedAt ?? subtask.offeredAt ?? subtask.queuedAt;
  return { subtask, spans, from: from ? at(from) : until, to: subtask.endedAt ? at(subtask.endedAt) : until, took: totals(spans) };
}

const at = (iso) => new Date(iso).getTime();

function totals(spans) {
  const found = { waiting: 0, thinking: 0, acting: 0 };
  for (const one of spans) {
    found[one.kind] += Math.max(0, one.to - one.from);
  }
  return found;
}

export function legend() {
  return h("div.legend", { "aria-hidden": "true" },
    h("span", null, h("i", { "data-kind": "subtask" }), "subtask"),
    KINDS.map((kind) => h("span", { key: kind }, h("i", { "data-kind": kind }), kind === "waiting" ? "waiting for node or router" : kind)));
}

/** Only the lines in sight are worked out. */
export function timeline(run, subtasks, from, until) {
  const length = Math.max(1, until - from);
  const bar = (one, y, high) => `M${((WIDE * (one.from - from)) / length).toFixed(1)} ${y}h${Math.max(THIN, (WIDE * (one.to - one.from)) / length).toFixed(1)}v${high}H${((WIDE * (one.from - from)) / length).toFixed(1)}z`;
  return h("div.timeline", { role: "table", "aria-label": "Who worked when", "aria-rowcount": subtasks.length + 1 },
    h("div.line.names", { role: "row", "aria-rowindex": 1 },
      ["Node and area", "State", "When"].map((name) => h("span", { role: "columnheader", key: name, "data-column": name }, name === "When" ? axis(from, until) : name)),
      ["Thinking", "Acting", "Waiting", "Calls"].map((name) => h("span.number", { role: "columnheader", key: name }, name))),
    h(Window, { role: "rowgroup", total: subtasks.length, height: 1.75, item: (index, focus) => line(run, worked(subtasks[index], until), index, bar, focus) }));
}

function axis(from, until) {
  return h("span.axis", null, h("time", null, clock(from)), h("span.quiet", null, span(until - from)), h("time", null, clock(until)));
}

function line(run, { subtask, spans, took, from, to: end }, index, bar, focus) {
  return h("div.line", { role: "row", "aria-rowindex": index + 2 },
    h("span", { role: "cell" }, link(to("runs", [run.id, subtask.id]), [h("bdi", { key: "n" }, subtask.node), h("span.quiet", { key: "a" }, ` ${subtask.area}`)], { title: `${subtask.node} ${subtask.area}`, ...focus })),
    h("span", { role: "cell" }, state(stage(subtask))),
    h("span.track", { role: "cell" },
      h("svg", { viewBox: `0 0 ${WIDE} 16`, preserveAspectRatio: "none", "aria-hidden": "true" },
        h("path", { "data-kind": "subtask", d: bar({ from, to: end }, 7, 2) }),
        KINDS.map((kind) => h("path", { key: kind, "data-kind": kind, d: spans.filter((one) => one.kind === kind).map((one) => bar(one, ...HEIGHTS[kind])).join("") }))),
      h("span.unseen", null, `${clock(from)} to ${clock(end)}`)),
    h("span.number", { role: "cell" }, took.thinking ? span(took.thinking) : "–"),
    h("span.number", { role: "cell" }, took.acting ? span(took.acting) : "–"),
    h("span.number", { role: "cell" }, took.waiting ? span(took.waiting) : "–"),
    h("span.number", { role: "cell" }, subtask.toolCalls));
}
