// What is wrong, each once with all its nodes; by severity, by life, by area, by words.

import { Component, h } from "../dom.js";
import { get, query } from "../api.js";
import { chips, pick, search } from "../parts/choice.js";
import { head, link, nothing, trouble } from "../parts/page.js";
import { SEVERITIES, state } from "../parts/state.js";
import { Window } from "../parts/window.js";
import { to } from "../route.js";
import { count } from "../text.js";
import { ago, long } from "../time.js";

export const title = () => "Findings";

const LIVES = ["open", "back", "acknowledged", "accepted", "wrong", "fixed"];
const AREAS = ["storage", "services", "load-and-memory", "processes", "network-and-dns", "time", "logs", "security", "updates", "hardware", "containers", "fleet"];
const PAGE = 500;

export function Findings({ store, choice }) {
  const { severity, life, node, area, q } = choice;
  const asked = { severity, life, node, area, q };
  const first = store.want(`/findings${query({ ...asked, limit: PAGE })}`);
  return [
    head("Findings", "Proven claims only, each with the lines it rests on."),
    h("div.toolbar", null, search("q", "Find in titles, subjects and nodes", choice), chips("severity", "Severity", SEVERITIES.map((one) => [one, state(one), first.data?.bySeverity?.[one]]), choice),
      pick("area", "Any area", AREAS, choice), node && h("a.chip", { href: to("findings", [], { ...choice, node: "" }) }, h("bdi", null, node), " ×")),
    h("div.toolbar", null, chips("life", "Life", LIVES.map((one) => [one, state(one), first.data?.byLife?.[one]]), choice)),
    first.problem && trouble(first.problem),
    first.data ? h(List, { key: JSON.stringify(asked), first: first.data, asked }) : !first.problem && h("p.waiting", { role: "status" }, "Asking the coordinator …"),
  ];
}

/** The first page is live; those further down are read when somebody scrolls there. */
class List extends Component {
  constructor(props) {
    super(props);
    this.state = { further: [], next: props.first.next, problem: null };
    this.until = 0;
  }

  componentDidUpdate(before) {
    if (before.first !== this.props.first) {
      this.setState({ further: [], next: this.props.first.next });
    }
  }

  componentWillUnmount() {
    this.gone = true;
  }

  seen(last) {
    this.until = last;
    const { first } = this.props;
    if (this.state.next && !this.reading && first.findings.length + this.state.further.length < last + PAGE / 2) {
      this.read();
    }
  }

  async read() {
    this.reading = true;
    const { first, asked } = this.props;
    try {
      const more = await get(`/findings${query({ ...asked, limit: PAGE, after: this.state.next })}`);
      if (!this.gone && first === this.props.first) {
        this.setState({ further: [...this.state.further, ...more.findings], next: more.next });
      }
    } catch (problem) {
      this.setState({ problem, next: undefined });
    }
    this.reading = false;
    if (!this.gone) {
      this.seen(this.until);
    }
  }

  render({ first }, { further, problem }) {
    if (!first.total) {
      return nothing("No finding fits this choice.", link(to("findings"), "Show all findings"));
    }
    return [
      h("p.unseen", { key: "status", role: "status" }, count(first.total, "finding")),
      problem && trouble(problem),
      h("div.grid.findings", { key: "list", role: "table", "aria-label": "Findings", "aria-rowcount": first.total + 1 },
        h("div.line.names", { role: "row", "aria-rowindex": 1 }, ["Severity", "Finding", "Area", "Nodes", "Life", "Last seen"].map((name) => h("span", { key: name, role: "columnheader" }, name))),
        h(Window, { role: "rowgroup", total: first.total, height: 2.75, seen: (_, last) => this.seen(last), item: (index, focus) => line(first.findings[index] ?? further[index - first.findings.length], index, focus) })),
    ];
  }
}

function line(finding, index, focus) {
  if (!finding) {
    return h("div.line", { role: "row", "aria-rowindex": index + 2 }, h("span.quiet", { role: "cell" }, "…"));
  }
  const where = finding.nodes === 1 ? finding.occurrences?.[0]?.node : undefined;
  return h("div.line", { role: "row", "aria-rowindex": index + 2 },
    h("span", { role: "cell" }, state(finding.severity)),
    h("span.main", { role: "cell" }, link(to("findings", [finding.fingerprint]), h("bdi", null, finding.title), { title: finding.title, ...focus }), h("small", { title: finding.check ?? undefined }, h("code", null, finding.check ?? "no check"))),
    h("span", { role: "cell", title: finding.area }, finding.area),
    h("span", { role: "cell" }, where ? h("bdi", { title: where }, where) : nodes(finding)),
    h("span", { role: "cell" }, state(finding.life)),
    h("span", { role: "cell", title: long(finding.lastSeen) }, ago(finding.lastSeen)));
}

const nodes = (finding) => (finding.open === finding.nodes ? count(finding.nodes, "node") : `${finding.open} of ${finding.nodes} nodes`);
