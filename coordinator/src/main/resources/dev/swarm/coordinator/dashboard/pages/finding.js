// One finding: on which nodes, since when, what it rests on, how it came about, and what people think of it.

import { h } from "../dom.js";
import { conversation } from "../parts/conversation.js";
import { crumb, given, head, link, nothing, panel, trouble } from "../parts/page.js";
import { Output } from "../parts/output.js";
import { state, swings } from "../parts/state.js";
import { to } from "../route.js";
import { count, words } from "../text.js";
import { ago, long, short } from "../time.js";
import { judgements } from "./judgement.js";

export const title = ({ path }) => `Finding ${path[0]}`;

export function Finding({ store, path: [fingerprint], choice }) {
  const at = `/findings/${encodeURIComponent(fingerprint)}`;
  return given(store.want(at), (finding) => page(store, finding, choice));
}

function page(store, finding, choice) {
  const lives = finding.lives ?? [];
  const life = lives.find((one) => one.node === choice.node) ?? lives[0];
  return [
    crumb(to("findings"), "Findings"),
    head(h("bdi", null, finding.title), [h("code", { key: "check" }, finding.check ?? "no check"), ` · ${finding.area} · first seen ${short(finding.firstSeen)}, last ${ago(finding.lastSeen)}`], judgements(store, finding, choice.node)),
    h("div.facts.wide", null, state(finding.severity), state(finding.life), swinging(lives), finding.judgement && judged(finding.judgement)),
    h("div.columns.aside", null,
      panel("Nodes", h("span.quiet", null, count(lives.length, "node")), list(finding, lives, life)),
      life ? h("div", { key: life.node }, proof(store, finding, life), talk(store, life)) : nothing("It was never seen on a node.")),
  ];
}

/** Where it comes and goes: there it takes four looks without it, not two, to call it fixed. */
function swinging(lives) {
  const some = lives.filter((life) => life.swinging);
  const where = some.length < lives.length ? ` on ${some.length} of ${count(lives.length, "node")}` : "";
  return some.length > 0 && h("span", { "data-swinging": "" }, swings(some[0]), where);
}

export function judged(judgement) {
  const until = judgement.until ? ` until ${short(judgement.until)}` : "";
  const why = judgement.reason || judgement.note;
  return h("span.quiet", null, `${words(judgement.kind)}${until} by `, h("bdi", null, judgement.by), ` ${ago(judgement.at)}`, why && [": ", h("bdi", { key: "why" }, why)]);
}

function list(finding, lives, chosen) {
  return h("ul.nodes", null, lives.map((life) => h("li", { key: life.node },
    h("a", { href: to("findings", [finding.fingerprint], { node: life.node }), "aria-current": life === chosen ? "true" : undefined },
      h("span.row", null, h("bdi.name", null, life.node), state(life.life)),
      life.swinging && h("span.row", null, swings(life)),
      h("small", { title: `first ${long(life.firstSeen)}, last ${long(life.lastSeen)}` }, `${count(life.times ?? 1, "time")} since ${short(life.firstSeen)}`)))));
}

/** What its newest run that is kept saw there. */
function proof(store, finding, life) {
  const { evidence = [], detail, explanation, measured, see, subject } = life.newest ?? {};
  return panel("Evidence", link(to("nodes", [life.node]), h("bdi", null, life.node)),
    h("p", null, h("bdi", null, life.title)), detail && detail !== life.title && h("p.quiet", null, h("bdi", null, detail)),
    evidence.length ? evidence.map((one, at) => h("div", { key: at }, quoted(store, life, one))) : nothing("Its evidence is not kept any more.", "Runs are removed by age and size; the finding's life stays."),
    facts([["Subject", subject ?? life.subject], ["Looked at again", measured], ["Said by the mind", explanation], ["What to do", finding.remedy], ["See for yourself", see && h("code", null, see)]]));
}

const facts = (all) => h("dl.more-facts", null, all.filter(([, value]) => value).map(([name, value]) => [h("dt", { key: name }, name), h("dd", { key: `${name}-value` }, typeof value === "string" ? h("bdi", null, value) : value)]));

/** The whole output if it is still there, else the quote that the finding carries. */
function quoted(store, life, evidence) {
  const whole = store.want(`/runs/${encodeURIComponent(life.lastRun)}/calls/${encodeURIComponent(life.newest.subtask)}/${encodeURIComponent(evidence.call)}`);
  const { first, last } = evidence.lines;
  if (whole.data) {
    return h(Output, { call: { ...whole.data, tool: whole.data.tool ?? evidence.tool, argv: whole.data.argv ?? evidence.argv }, first, last });
  }
  return [h(Output, { key: "quote", call: { tool: evidence.tool, argv: evidence.argv, text: evidence.quote, sha256: evidence.sha256 }, first: 1, last: last - first + 1 }), whole.problem?.status === 404 || !whole.problem ? null : trouble(whole.problem)];
}

function talk(store, life) {
  const subtask = life.newest?.subtask;
  if (!subtask) {
    return null;
  }
  const entry = store.want(`/runs/${encodeURIComponent(life.lastRun)}/subtasks/${encodeURIComponent(subtask)}`);
  return panel("How it was found", link(to("runs", [life.lastRun, subtask]), "Subtask"), given(entry, (one) => conversation(one.conversation, life.lastRun, subtask)));
}
