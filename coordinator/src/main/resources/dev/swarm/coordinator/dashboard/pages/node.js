// One node: who it is, what it works on, what is wrong with it, what it lacks.

import { h } from "../dom.js";
import { crumb, given, head, link, nothing, panel, section } from "../parts/page.js";
import { state, swings, tally } from "../parts/state.js";
import { strip } from "../parts/strip.js";
import { table } from "../parts/chart.js";
import { known } from "./fleet.js";
import { to } from "../route.js";
import { count } from "../text.js";
import { ago, long, short } from "../time.js";

export const title = ({ path }) => path[0];

export function Node({ store, path }) {
  const entry = store.want(`/nodes/${encodeURIComponent(path[0])}`);
  return [crumb(to("fleet"), "Fleet"), head(h("bdi", null, path[0])), given(entry, page)];
}

function page(node) {
  return [
    h("div.facts.wide", null, state(node.state), node.stateReason && h("span", null, node.stateReason), h("span", { title: long(node.lastSeen) }, `seen ${ago(node.lastSeen)}`), strip(node.recent ?? []), tally(node.findings)),
    h("div.columns", null,
      section("About", h("dl", null, about(node).map(([name, value]) => [h("dt", { key: name }, name), h("dd", { key: `${name}-value` }, value)]))),
      section("Working on", node.running?.length ? h("ul.plain", null, node.running.map((one) => h("li", { key: one.subtask }, link(to("runs", [one.run, one.subtask]), one.area), h("span.quiet", null, ` in ${one.run}`)))) : h("p.quiet", null, "Nothing at the moment."))),
    panel("Findings", h("span.quiet", null, count(node.lives?.length ?? 0, "finding")), lives(node)),
    panel("Last runs", null, node.recent?.length ? table("Last runs", ["Run", "Ended", "How", "Findings"], node.recent.map((one) => [link(to("runs", [one.run]), one.run), short(one.endedAt), state(one.state), tally(one)])) : nothing("It took part in no run yet.")),
    node.lacking?.length > 0 && panel("Tools it lacks", h("span.quiet", null, count(node.lacking.length, "tool")), h("ul.plain", null, node.lacking.map((one) => h("li", { key: one.tool }, h("code", null, one.tool), h("span.quiet", null, ` ${one.reason}`))))),
  ];
}

function about(node) {
  return [
    ["Load", known(node) ? node.load.toFixed(2) : "not known"],
    ["Works at once", String(node.capacity ?? "–")],
    ["Platform", node.platform || "–"],
    ["Version", node.compatible === false ? `${node.version}, protocol ${node.protocol}: not ours` : `${node.version ?? "–"}, protocol ${node.protocol ?? "–"}`],
    ["Address", node.address || "–"],
    ["Labels", Object.entries(node.labels ?? {}).map(([name, value]) => `${name}=${value}`).join(", ") || "none"],
  ];
}

function lives(node) {
  if (!node.lives?.length) {
    return nothing("No finding was ever made here.");
  }
  return table("Findings", ["Finding", "Severity", "Life", "First seen", "Last seen"], node.lives.map((life) => [
    link(to("findings", [life.fingerprint], { node: node.name }), h("bdi", null, life.title)), state(life.severity), h("span.facts", null, state(life.life), swings(life)), short(life.firstSeen), short(life.lastSeen),
  ]));
}
