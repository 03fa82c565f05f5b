// The output of a command, line by line as it was, with the lines that a finding rests on marked.

import { Component, h } from "../dom.js";
import { get } from "../api.js";
import { count, lines } from "../text.js";
import { icon } from "./icon.js";
import { trouble } from "./page.js";
import { span } from "../time.js";

const AROUND = 5;

/**
 * props: call {tool, argv, text, ending, reason, tookMillis, sha256}; first and last: the cited lines, from 1;
 * whole: the path of the whole output, where this is but its beginning
 */
export class Output extends Component {
  constructor(props) {
    super(props);
    this.state = { whole: false, read: null, problem: null };
  }

  async read() {
    try {
      this.setState({ read: await get(this.props.whole), whole: true });
    } catch (problem) {
      this.setState({ problem });
    }
  }

  render({ call: given, first, last, whole }, { read, problem }) {
    const call = read ?? given;
    const all = lines(call.text ?? "");
    const [from, to] = this.range(all.length, first, last);
    const hidden = all.length - (to - from);
    return h("figure.output", null,
      h("figcaption", null, command(call), h("span.facts", null, facts(call))),
      all.length === 0 ? h("p.quiet", null, call.reason || "It printed nothing.") : h("div.scroll", {
        tabIndex: 0, role: "group", "aria-label": `Output of ${call.tool ?? "the command"}`,
      }, h("ol.lines", { start: from + 1 }, all.slice(from, to).map((line, at) => row(line, from + at + 1, first, last)))),
      (hidden > 0 || this.state.whole) && h("button.more", { type: "button", onClick: () => this.setState({ whole: !this.state.whole }) },
        this.state.whole ? "Show less" : `Show all ${count(all.length, "line")}`),
      whole && !read && h("button.more", { type: "button", onClick: () => this.read() }, "This is the beginning; read the whole"),
      problem && trouble(problem));
  }

  range(total, first, last) {
    if (this.state.whole) {
      return [0, total];
    }
    return first ? [Math.max(0, first - 1 - AROUND), Math.min(total, last + AROUND)] : [0, Math.min(total, 4 * AROUND)];
  }
}

function row(line, number, first, last) {
  const cited = first && number >= first && number <= last;
  return h("li", { key: number, class: cited ? "cited" : undefined },
    h("span.number", { "aria-hidden": "true" }, number),
    cited ? h("mark", null, h("span.unseen", null, `line ${number}, cited: `), line || " ") : h("span", null, line || " "));
}

export function command(call) {
  const argv = call.argv?.length ? call.argv : [call.tool ?? ""];
  return h("code.command", null, h("span.prompt", { "aria-hidden": "true" }, "$ "), argv.map(quoted).join(" "));
}

const quoted = (part) => (/^[\w@%+=:,./-]+$/.test(part) ? part : `'${part.replaceAll("'", "'\\''")}'`);

function facts(call) {
  return [
    call.tool && call.argv?.length && !call.kind ? h("span", { key: "tool" }, call.tool) : null,
    call.ending && call.ending !== "ok" ? h("span", { key: "ending", title: call.reason }, call.ending) : null,
    call.tookMillis != null ? h("span", { key: "took" }, span(call.tookMillis)) : null,
    call.sha256 ? h("span.sha", { key: "sha", title: `SHA-256 of the whole output: ${call.sha256}` }, icon("ok"), call.sha256.slice(0, 8)) : null,
  ];
}
