// Two runs side by side: what is new, what nobody had looked for before, what is fixed, what is still there, what nobody looked at this time.

import { h } from "../dom.js";
import { given, head, link, nothing, panel } from "../parts/page.js";
import { state } from "../parts/state.js";
import { go, to } from "../route.js";
import { count, whole } from "../text.js";
import { short } from "../time.js";

export const title = () => "Compare";

const LISTS = [
  ["new", "New", "critical"],
  ["revealed", "Seen for the first time", "warning"],
  ["fixed", "Fixed", "ok"],
  ["still", "Still there", "warning"],
  ["notLookedAt", "Not looked at this time", "quiet"],
];
const MOST = 500;

export function Compare({ store, path }) {
  const runs = store.want("/runs?limit=200");
  const ids = (runs.data?.runs ?? []).map((run) => run.id);
  const after = path[1] ?? (path[0] && !path[1] ? path[0] : ids[0]);
  const before = path[1] ? path[0] : ids[ids.indexOf(after) + 1];
  const diff = before && after && store.want(`/runs/${encodeURIComponent(after)}/diff/${encodeURIComponent(before)}`);
  return [
    head("Compare", "What changed from one run to another."),
    given(runs, (data) => choosers(data, before, after)),
    diff ? given(diff, lists) : runs.data && nothing("There are no two runs yet."),
  ];
}

function choosers({ runs, next }, before, after) {
  return h("div.toolbar", null, chooser("Before", runs, next, before, (id) => go("compare", [id, after])), h("span.quiet", { "aria-hidden": "true" }, "→"), chooser("After", runs, next, after, (id) => go("compare", [before, id])));
}

/** The newest runs, and the chosen one even if it is older than those. */
function chooser(label, runs, more, chosen, pick) {
  const strange = chosen && !runs.some((run) => run.id === chosen);
  return h("label.pick", null, h("span", null, label), h("select", { value: chosen ?? "", onChange: (event) => pick(event.target.value) },
    !chosen && h("option", { value: "" }, "–"), strange && h("option", { key: chosen, value: chosen }, chosen), runs.map((run) => h("option", { key: run.id, value: run.id }, `${short(run.startedAt)} · ${run.id}`)),
    more && h("option", { key: "more", disabled: true }, "Older ones: choose two under Runs")));
}

function lists(diff) {
  const total = LISTS.reduce((all, [name]) => all + (diff[name]?.length ?? 0), 0);
  if (!total) {
    return nothing("Nothing was found in either of them.");
  }
  return [
    h("div.figures", { key: "figures" }, LISTS.map(([name, text, tone]) => h("span.figure", { key: name, "data-tone": tone }, h("strong", null, whole(diff[name]?.length ?? 0)), h("span", null, text.toLowerCase())))),
    LISTS.map(([name, text]) => diff[name]?.length > 0 && panel(text, h("span.quiet", null, count(diff[name].length, "finding")), list(diff[name]))),
  ];
}

function list(changes) {
  return [h("ul.changes", { key: "list" }, changes.slice(0, MOST).map((change) => h("li", { key: change.node + change.fingerprint },
    state(change.severity), h("span.main", null, link(to("findings", [change.fingerprint], { node: change.node }), h("bdi", null, change.title)),
      change.was && change.was !== change.severity && h("span.quiet", null, ` was ${change.was}`), change.reason && h("small", null, h("bdi", null, change.reason))),
    h("bdi.quiet", null, change.node)))),
    changes.length > MOST && h("p.quiet", { key: "more" }, `and ${whole(changes.length - MOST)} more; swarm diff lists them all.`)];
}
