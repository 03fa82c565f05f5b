// One run, live while it goes on: how far it is, who worked when, how fast, and what it found.

import { h } from "../dom.js";
import { address, post } from "../api.js";
import { charted, steps, table } from "../parts/chart.js";
import { segments } from "../parts/choice.js";
import { Form } from "../parts/form.js";
import { Opening } from "../parts/opening.js";
import { crumb, given, head, link, nothing, panel } from "../parts/page.js";
import { state, tally } from "../parts/state.js";
import { subtaskSum } from "../parts/sum.js";
import { legend, timeline } from "../parts/timeline.js";
import { to } from "../route.js";
import { count, whole } from "../text.js";
import { clock, short, span } from "../time.js";

export const title = ({ path }) => `Run ${path[0]}`;

export function Run({ store, path: [id], choice }) {
  return given(store.want(`/runs/${encodeURIComponent(id)}`), (run) => page(run, choice, store));
}

export const isOpen = (run) => run.state === "running";

function page(run, choice, store) {
  const from = new Date(run.startedAt).getTime();
  const until = run.endedAt ? new Date(run.endedAt).getTime() : Math.max(from + 1000, Date.now());
  const work = ends(run.subtasks);
  return [
    crumb(to("runs"), "Runs"),
    head(run.question ? h("bdi", null, run.question) : `Audit of ${short(run.startedAt)}`, about(run, until - from), reports(run), isOpen(run) && h(Cancel, { key: "cancel", run, store })),
    h("div.facts.wide", null, state(run.state), tally(run.findings), run.incompleteNodes > 0 && h("span", { "data-tone": "warning" }, `${count(run.incompleteNodes, "node")} incomplete`), link(to("compare", [run.previous ?? "", run.id].filter(Boolean)), "Compare")),
    subtaskSum(run.sum),
    isOpen(run) && now(run.subtasks, store.want("/routers").data),
    h("div.columns", null,
      charted("Throughput", throughput(work, from, until), minutes(work, from, until)),
      panel("Tool calls", h("span.quiet", null, whole(Object.values(run.toolCallsPerNode).reduce((sum, one) => sum + one, 0))), h(Calls, { perNode: run.toolCallsPerNode }))),
    panel("Who worked when", [legend(), segments("show", "Lines", [["", "All"], ["open", "Open"], ["failed", "Failed"]], choice)], lines(run, choice, from, until)),
  ];
}

function about(run, millis) {
  return [`${run.id} · ${span(millis)} · ${count(run.nodes, "node")}, ${count(run.areas.length, "area")} · `, h("bdi", { key: "mind" }, run.mind), ``, run.by && ` · by ${run.by}`];
}

function reports(run) {
  const href = (format) => address(`/runs/${encodeURIComponent(run.id)}/report?format=${format}`);
  return !isOpen(run) && h("details.menu-button", { key: "reports" }, h("summary", null, "Report"),
    h("ul", null, ["html", "markdown", "text", "json", "jsonl", "sarif", "junit"].map((format) => h("li", { key: format }, h("a", { href: href(format), target: "_blank", rel: "noopener" }, format)))));
}

class Cancel extends Opening {
  render({ run }, { open }) {
    const close = () => this.setState({ open: false });
    return [
      h("button.danger", { key: "button", type: "button", onClick: () => this.setState({ open: true }) }, "Cancel run"),
      open && h(Form, { key: "form", title: "Cancel this run?", action: "Cancel the run", close, send: () => post(`/runs/${encodeURIComponent(run.id)}/cancel`) },
        h("p", null, `${count(run.sum.queued + run.sum.offered + run.sum.running, "subtask")} will end as cancelled; what has been found stays.`)),
    ];
  }
}

/**
 * Who does what at this moment. A run's events tell of a question when it is put and when it is answered,
 * not of the time in queues until then: that is what the routers say, of all runs together.
 */
function now(subtasks, routers) {
  const doing = (kind) => subtasks.filter((one) => one.state === "running" && one.spans?.some((span) => span.kind === kind && !span.to)).length;
  const waiting = (routers?.routers ?? []).reduce((sum, one) => sum + one.waiting, 0);
  return h("p.now-doing", null, h("span.quiet", null, "Now"),
    doingOne("acting", doing("acting"), "acting"), doingOne("thinking", doing("thinking"), "asked a model"),
    routers?.routers.length > 0 && doingOne("waiting", waiting, `${waiting === 1 ? "question waits" : "questions wait"} for a router, of all runs`));
}

function doingOne(kind, number, text) {
  return h("span.legend", null, h("span", null, h("i", { "data-kind": kind, "aria-hidden": "true" }), h("strong", null, whole(number)), ` ${text}`));
}

const FITS = {
  open: (subtask) => ["queued", "offered", "running"].includes(subtask.state),
  failed: (subtask) => subtask.state === "failed",
};

function lines(run, { show }, from, until) {
  const shown = FITS[show] ? run.subtasks.filter(FITS[show]) : run.subtasks;
  return shown.length ? timeline(run, shown, from, until) : nothing(show ? "No subtask fits this choice." : "Nothing has been planned yet.");
}

/** One point for each subtask that ended, with how many had by then. */
function ends(subtasks) {
  return subtasks.filter((one) => one.endedAt).map((one) => new Date(one.endedAt).getTime()).sort((a, b) => a - b).map((millis, at) => [millis, at + 1]);
}

function throughput(points, from, until) {
  return [
    steps(`${count(points.length, "subtask")} ended within ${span(until - from)}`, thinned(points, 400), from, until),
    h("div.axis", { key: "axis", "aria-hidden": "true" }, h("time", null, clock(from)), h("strong", null, perMinute(points.length, until - from)), h("time", null, clock(until))),
  ];
}

const perMinute = (number, millis) => `${whole(Math.round((number * 60_000) / Math.max(1000, millis)))} subtasks a minute`;

function thinned(points, most) {
  const step = Math.ceil(points.length / most);
  return points.filter((_, at) => at % step === 0 || at === points.length - 1);
}

const SLICES = 12;

function minutes(points, from, until) {
  const length = (until - from) / SLICES;
  return table("Throughput", ["Until", "Ended", "In total"], Array.from({ length: SLICES }, (_, slice) => {
    const end = from + (slice + 1) * length;
    const inTotal = points.filter(([millis]) => millis <= end).length;
    return [clock(end), inTotal - points.filter(([millis]) => millis <= end - length).length, inTotal];
  }));
}

const MOST = 200;

/** Who ran most comes first; a long list opens when somebody asks for the rest of it. */
class Calls extends Opening {
  render({ perNode }, { open }) {
    const all = Object.entries(perNode).sort(([, a], [, b]) => b - a);
    if (!all.length) {
      return nothing("No tool was run yet.");
    }
    return [bars(open ? all : all.slice(0, MOST), all[0][1]), all.length > MOST && this.rest(all.length, open)];
  }

  rest(total, open) {
    return h("p.row", { key: "rest" }, h("span.quiet", { role: "status" }, open ? `All ${count(total, "node")}.` : `The ${MOST} with the most calls, of ${count(total, "node")}.`),
      h("button.plain", { type: "button", "data-calls": "", onClick: () => this.setState({ open: !open }) }, open ? "Show fewer" : "Show all"));
  }
}

function bars(rows, top) {
  return h("div.scroll.short", { key: "bars", tabIndex: 0, role: "region", "aria-label": "Tool calls of each node" }, h("table.bars", null,
    h("caption.unseen", null, "Tool calls of each node"),
    h("thead.unseen", null, h("tr", null, h("th", { scope: "col" }, "Node"), h("th", { scope: "col" }, "Calls"), h("td", null))),
    h("tbody", null, rows.map(([node, number]) => h("tr", { key: node }, h("th", { scope: "row", title: node }, h("bdi", null, node)), h("td.number", null, whole(number)),
      h("td", { "aria-hidden": "true" }, h("i", { style: { width: `${(100 * number) / top}%` } })))))));
}
