// A subtask's conversation, turn by turn: what the mind said, what it ran, what became of its claims.

import { h } from "../dom.js";
import { clock, span } from "../time.js";
import { lines, words } from "../text.js";
import { icon } from "./icon.js";
import { nothing } from "./page.js";
import { Output } from "./output.js";
import { state } from "./state.js";

const KINDS = { model, tool, claim, escalation };

/** @param run and subtask: where the whole of an output can be read */
export function conversation(entries, run, subtask) {
  if (!entries?.length) {
    return nothing("Nothing has been said yet.");
  }
  return h("ol.talk", { "aria-label": "Conversation" }, entries.map((entry, at) =>
    h("li", { key: at, "data-kind": entry.kind }, (KINDS[entry.kind] ?? note)(entry, run, subtask))));
}

function top(entry, name, what, more) {
  return h("div.row", null,
    h("span.who", null, icon(what), h("strong", null, name)), more,
    h("span.facts", null, entry.turn ? h("span", null, `turn ${entry.turn}`) : null,
      entry.tookMillis != null && entry.kind !== "tool" ? h("span", null, span(entry.tookMillis)) : null,
      entry.at ? h("time", { dateTime: entry.at }, clock(entry.at)) : null));
}

/** Text of several lines, each in a line of its own. */
export function prose(text) {
  return text ? h("div.prose", null, lines(text).map((line, at) => h("p", { key: at }, line))) : null;
}

function model(entry) {
  return [
    top(entry, entry.model || "the mind", "info"),
    prose(entry.text),
    entry.calls?.length ? h("ul.calls", null, entry.calls.map((call, at) => h("li", { key: at }, h("code", null, typeof call === "string" ? call : JSON.stringify(call))))) : null,
    entry.reason ? h("p.quiet", null, entry.reason) : null,
  ];
}

function tool(entry, run, subtask) {
  return [
    top(entry, entry.tool, entry.again ? "turn" : "run", h("span.quiet", null, [entry.again && "measured again", entry.ending && entry.ending !== "ok" && words(entry.ending)].filter(Boolean).join(", "))),
    entry.ending ? h(Output, { call: { ...entry, text: entry.output ?? "" }, whole: entry.truncated && `/runs/${encodeURIComponent(run)}/calls/${encodeURIComponent(subtask)}/${encodeURIComponent(entry.call)}` }) : h("p.quiet", null, "It runs."),
  ];
}

function claim(entry) {
  return [top(entry, "claim", "findings", entry.proof && state(entry.proof)), prose(entry.text), entry.reason ? h("p.quiet", null, entry.reason) : null];
}

function escalation(entry) {
  return [top(entry, "escalation", "arrow"), prose(entry.text), entry.reason ? h("p.quiet", null, entry.reason) : null];
}

function note(entry) {
  return [top(entry, entry.text || "note", "dots"), entry.reason ? h("p.quiet", null, entry.reason) : null];
}
