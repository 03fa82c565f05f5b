// All runs, newest first, what is planned, and two of them to compare.

import { h } from "../dom.js";
import { query } from "../api.js";
import { segments } from "../parts/choice.js";
import { given, head, link, nothing, panel } from "../parts/page.js";
import { state, tally } from "../parts/state.js";
import { subtaskParts } from "../parts/sum.js";
import { tone } from "../parts/state.js";
import { table } from "../parts/chart.js";
import { choose, go, to } from "../route.js";
import { count } from "../text.js";
import { ago, long, short, span } from "../time.js";
import { startButton } from "./start.js";

export const title = () => "Runs";

const STATES = [["", "All"], ["running", "Running"], ["complete", "Complete"], ["incomplete", "Incomplete"], ["cancelled", "Cancelled"]];

const COLUMNS = ["Compare", "Run", "State", "Started", "Took", "Nodes", "Subtasks", "Findings", "By"];
const PAGE = 200;
const NUMBERS = ["Took", "Nodes"];

export function Runs({ store, choice }) {
  const runs = store.want(`/runs${query({ limit: PAGE, state: choice.state, before: choice.before })}`);
  const schedules = store.want("/schedules");
  return [
    head("Runs", "Every audit, what it found, and whether it saw everything.", startButton()),
    h("div.toolbar", null, segments("state", "State", STATES, choice)),
    given(runs, (data) => list(data, choice)),
    schedules.data?.schedules?.length > 0 && planned(schedules.data.schedules),
  ];
}

/** The two that are chosen stand in the address, so that they can be on different pages of the list. */
function list({ runs, next }, choice) {
  if (!runs.length && !choice.before) {
    return nothing("No run yet.", "Start one with New audit, or on any machine of the fleet with: swarm audit");
  }
  const chosen = (choice.chosen ?? "").split(",").filter(Boolean);
  return [
    h("div.grid.runs", { key: "list", role: "table", "aria-label": "Runs" },
      h("div.line.names", { role: "row" }, COLUMNS.map((name) => h("span", { key: name, role: "columnheader", class: NUMBERS.includes(name) ? "number" : undefined }, name))),
      runs.map((run) => line(run, chosen))),
    h("div.toolbar", { key: "foot" },
      h("button", { type: "button", disabled: chosen.length !== 2, onClick: () => go("compare", [...chosen].sort()) }, "Compare the two chosen"),
      choice.before && link(to("runs", [], { ...choice, before: "" }), "Newest runs", { key: "newest" }),
      next && link(to("runs", [], { ...choice, before: next }), "Older runs", { key: "older" }),
      (next || choice.before) && h("span.quiet", { key: "how-many" }, `${count(runs.length, "run")} on this page`)),
  ];
}

function pick(id, chosen) {
  const two = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-2);
  choose({ chosen: two.join(",") });
}

function line(run, chosen) {
  return h("div.line", { key: run.id, role: "row" },
    h("span", { role: "cell" }, h("input", { type: "checkbox", "aria-label": `Compare ${run.id}`, checked: chosen.includes(run.id), onChange: () => pick(run.id, chosen) })),
    h("span", { role: "cell" }, link(to("runs", [run.id]), run.question ? h("bdi", null, run.question) : run.id, { title: run.question || run.id })),
    h("span", { role: "cell" }, state(run.state)),
    h("span", { role: "cell", title: long(run.startedAt) }, short(run.startedAt)),
    h("span.number", { role: "cell" }, span(run.durationMillis)),
    h("span.number", { role: "cell" }, run.incompleteNodes ? `${run.nodes - run.incompleteNodes} of ${run.nodes}` : run.nodes),
    h("span", { role: "cell" }, bar(run.sum)),
    h("span", { role: "cell" }, tally(run.findings)),
    h("span.quiet", { role: "cell", title: run.by }, run.by ?? ""));
}

function bar(sum) {
  const parts = subtaskParts(sum).filter(([, number]) => number > 0);
  return h("span.mini", { title: parts.map(([name, number]) => `${number} ${name}`).join(", ") },
    h("span.bar", { "aria-hidden": "true" }, parts.map(([name, number]) => h("span", { key: name, "data-tone": tone(name), "data-name": name, style: { flexGrow: number } }))),
    h("span", null, `${sum.completed} of ${sum.targeted}`));
}

function planned(schedules) {
  return panel("Schedules", h("span.quiet", null, count(schedules.length, "schedule")), table("Schedules", ["Schedule", "When", "Next", "Last", "Missed"], schedules.map((one) => [
    one.name, one.when, ago(one.next), one.last ? link(to("runs", [one.last.run]), `${one.last.state} ${ago(one.last.at)}`) : "–", one.missed ?? 0,
  ])));
}
