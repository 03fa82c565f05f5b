// What an operator says to a finding: seen, accepted until a date, wrong; or nothing of that any more.

import { h } from "../dom.js";
import { post } from "../api.js";
import { field, Form } from "../parts/form.js";
import { Opening } from "../parts/opening.js";
import { count } from "../text.js";

const KINDS = {
  acknowledge: ["Acknowledge", "Somebody has seen it. It stays in every report and keeps counting."],
  accept: ["Accept until …", "It stays in every report, but does not count for the exit code until that day."],
  wrong: ["Wrong", "It is not true. That is counted against the mind that reported it."],
  withdraw: ["Withdraw", "It counts again as if nobody had said anything."],
};

class Judge extends Opening {
  render({ store, finding, node, kind }, { open }) {
    const [name, about] = KINDS[kind];
    const close = () => this.setState({ open: false });
    return [
      h("button", { key: "button", type: "button", "data-judge": kind, onClick: () => this.setState({ open: true }) }, name),
      open && h(Form, {
        key: "form", title: name.replace(" …", ""), action: name.replace(" until …", ""), close,
        send: (fields) => send(finding, node, kind, fields), done: () => store.touch(["/findings", "/fleet", "/nodes"]),
      }, h("p", null, about), h("p.quiet", null, node ? ["On ", h("bdi", { key: "node" }, node), " only."] : `On ${count((finding.lives ?? []).length, "node")}.`),
        kind === "accept" && field("Until", h("input", { type: "date", name: "until", required: true, min: tomorrow() })),
        kind !== "withdraw" && field("Reason", h("input", { name: "reason", autocomplete: "off", required: kind !== "acknowledge" }))),
    ];
  }
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

function send(finding, node, kind, fields) {
  const until = fields.get("until");
  const reason = String(fields.get("reason") ?? "").trim();
  return post(`/findings/${encodeURIComponent(finding.fingerprint)}/judgement`, {
    kind,
    ...(node ? { node } : {}),
    ...(until ? { until: `${until}T00:00:00Z` } : {}),
    ...(reason ? { reason } : {}),
  });
}

/** What can be said now. */
export function judgements(store, finding, node) {
  const kinds = finding.judgement ? ["withdraw"] : ["acknowledge", "accept", "wrong"];
  return kinds.map((kind) => h(Judge, { key: kind, store, finding, node, kind }));
}
