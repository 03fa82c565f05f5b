// Every node as a tile: state, load, what it works on, its last runs. Above them sums that add up.

import { h } from "../dom.js";
import { chips, pick, search, segments } from "../parts/choice.js";
import { icon } from "../parts/icon.js";
import { given, head, link, nothing } from "../parts/page.js";
import { state, sumOf, tally, SEVERITIES } from "../parts/state.js";
import { strip } from "../parts/strip.js";
import { sum, subtaskSum } from "../parts/sum.js";
import { Window } from "../parts/window.js";
import { to } from "../route.js";
import { count, whole } from "../text.js";
import { ago } from "../time.js";
import { startButton } from "./start.js";

export const title = () => "Fleet";

const STATES = ["present", "suspected", "lost", "expected", "incompatible", "refusing", "leaving"];
const LABELS = 200;
const ALL = "/nodes?limit=5000";

export function Fleet({ store, choice }) {
  const fleet = store.want("/fleet");
  const nodes = store.want(ALL);
  return [
    head("Fleet", fleet.data && about(fleet.data), startButton(choice.label)),
    given(fleet, (data) => sums(data)),
    given(nodes, (data) => grid(data.nodes, choice)),
  ];
}

function about({ coordinator, nodes, open }) {
  const work = open.length ? `${count(open.length, "run")} going on` : "no run going on";
  return `${count(nodes.total, "node")} · ${work} · ${coordinator.name}`;
}

function sums(fleet) {
  const { total, ...states } = fleet.nodes;
  const parts = STATES.filter((name) => name in states).map((name) => [name, states[name]]);
  return h("div.summary", null,
    h("div.figures", { role: "group", "aria-label": "Open findings" }, SEVERITIES.map((severity) =>
      h("a.figure", { key: severity, href: to("findings", [], { severity, life: "open" }), "data-tone": severity },
        icon(severity), h("strong", null, whole(fleet.findings[severity])), h("span", null, severity)))),
    h("div.sums", null, sum("Nodes by state", total, parts, total === 1 ? "node" : "nodes"), fleet.subtasks.targeted > 0 && subtaskSum(fleet.subtasks)));
}

function grid(nodes, choice) {
  const shown = nodes.filter((node) => fits(node, choice));
  return h("section", { "aria-label": "Nodes" },
    h("div.toolbar", null, search("q", "Find a node or label", choice), chips("state", "State", choices(nodes), choice), labels(nodes, choice),
      h("span.spring"), segments("view", "Form", [["tiles", "Tiles"], ["table", "Table"]], choice)),
    h("p.unseen", { role: "status" }, `${count(shown.length, "node")} shown`),
    !nodes.length ? nothing("No node is known yet.", "Start an agent with a key of this fleet: swarm agent. It shows up here the moment it joins.")
    : !shown.length ? nothing("No node fits this choice.", link(to("fleet"), "Show all nodes"))
    : choice.view === "table" ? table(shown)
    : h(Window, { class: "tiles", role: "list", "aria-label": count(shown.length, "node"), total: shown.length, height: 5.75, width: 14, item: (index, focus) => tile(shown[index], focus) }));
}

function choices(nodes) {
  return STATES.map((name) => [name, state(name), nodes.filter((node) => is(node, name)).length]).filter(([name, , number]) => number || name === "present");
}

const is = (node, name) => String(node.state).toLowerCase() === name;

function labels(nodes, choice) {
  const all = [...new Set(nodes.flatMap((node) => pairs(node)))].sort();
  return all.length > 0 && pick("label", "Any label", all.slice(0, LABELS), choice, all.length > LABELS && `and ${whole(all.length - LABELS)} more: find them by words`);
}

const pairs = (node) => Object.entries(node.labels ?? {}).map(([name, value]) => `${name}=${value}`);

function fits(node, { q = "", state: wanted, label }) {
  const text = q.toLowerCase();
  return (!wanted || is(node, wanted)) && (!label || pairs(node).includes(label))
    && (!text || [node.name, node.address ?? "", ...pairs(node)].some((one) => one.toLowerCase().includes(text)));
}

function tile(node, focus) {
  return h("a.tile", { href: to("nodes", [node.name]), "data-state": String(node.state).toLowerCase(), ...focus },
    h("span.row", null, h("bdi.name", { title: node.name }, node.name), h("span.load", { title: "load average over a minute" }, load(node))),
    h("span.row", null, state(node.state), h("span.now", { title: now(node) || undefined }, now(node))),
    h("span.row", null, strip(node.recent ?? []), tally(node.findings)));
}

/** Absent where it is not known. */
export const known = (node) => typeof node.load === "number" && node.load >= 0;

export const load = (node) => (known(node) ? `load ${node.load.toFixed(2)}` : "");

function now(node) {
  if (node.running?.length) {
    return [...new Set(node.running.map((one) => one.area))].join(", ");
  }
  return is(node, "present") ? "" : node.stateReason || ago(node.lastSeen);
}

const COLUMNS = ["Node", "State", "Load", "Working on", "Findings", "Last seen"];

function table(nodes) {
  return h("div.grid.nodes", { role: "table", "aria-label": "Nodes", "aria-rowcount": nodes.length + 1 },
    h("div.line.names", { role: "row", "aria-rowindex": 1 }, COLUMNS.map((name) => h("span", { key: name, role: "columnheader" }, name))),
    h(Window, { role: "rowgroup", total: nodes.length, height: 2.25, item: (index, focus) => row(nodes[index], index, focus) }));
}

function row(node, index, focus) {
  return h("div.line", { role: "row", "aria-rowindex": index + 2 },
    h("span", { role: "cell" }, link(to("nodes", [node.name]), h("bdi", null, node.name), { title: node.name, ...focus })),
    h("span", { role: "cell" }, state(node.state)),
    h("span", { role: "cell" }, known(node) ? node.load.toFixed(2) : "–"),
    h("span", { role: "cell", title: node.running?.length ? now(node) : undefined }, node.running?.length ? now(node) : "–"),
    h("span", { role: "cell" }, sumOf(node.findings) ? tally(node.findings) : "–"),
    h("span", { role: "cell" }, ago(node.lastSeen)));
}
