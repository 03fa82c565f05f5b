// One subtask: its conversation from the first question to the last, and what it found.

import { h } from "../dom.js";
import { conversation } from "../parts/conversation.js";
import { crumb, given, head, link, panel } from "../parts/page.js";
import { stage, state } from "../parts/state.js";
import { to } from "../route.js";
import { count } from "../text.js";
import { millisBetween, span } from "../time.js";

export const title = ({ path }) => `Subtask ${path[1]}`;

export function Subtask({ store, path: [run, id] }) {
  return given(store.want(`/runs/${encodeURIComponent(run)}/subtasks/${encodeURIComponent(id)}`), (data) => page(run, data));
}

function page(run, subtask) {
  const took = subtask.acceptedAt && subtask.endedAt ? `, ${span(millisBetween(subtask.acceptedAt, subtask.endedAt))}` : "";
  return [
    crumb(to("runs", [run]), `Run ${run}`),
    head([h("bdi", { key: "area" }, subtask.area), " on ", h("bdi", { key: "node" }, subtask.node)],
      [h("bdi", { key: "mind" }, subtask.mind ?? ""), ` · ${count(subtask.turns ?? 0, "turn")}, ${count(subtask.toolCalls ?? 0, "tool call")}${took}`]),
    h("div.facts.wide", null, state(stage(subtask)), subtask.attempt > 1 && h("span", null, `attempt ${subtask.attempt}`), subtask.reason && h("bdi", null, subtask.reason)),
    subtask.findings?.length > 0 && panel("Findings", h("span.quiet", null, count(subtask.findings.length, "finding")), h("ul.plain", null, subtask.findings.map((one, at) =>
      h("li", { key: at }, state(one.severity, ""), one.fingerprint ? link(to("findings", [one.fingerprint], { node: one.node ?? subtask.node }), h("bdi", null, one.title)) : h("bdi", null, one.title))))),
    panel("Conversation", h("span.quiet", null, count(subtask.conversation?.length ?? 0, "entry", "entries")), conversation(subtask.conversation, run, subtask.id)),
  ];
}
