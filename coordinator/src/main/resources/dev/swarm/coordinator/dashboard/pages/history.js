// Findings over time: how many were open on each day, what came, what went.

import { h } from "../dom.js";
import { charted, stacks, table } from "../parts/chart.js";
import { oneOf } from "../parts/choice.js";
import { given, head, nothing } from "../parts/page.js";
import { SEVERITIES, state, sumOf } from "../parts/state.js";
import { count, whole } from "../text.js";
import { choose } from "../route.js";
import { day } from "../time.js";

export const title = () => "History";

const DAYS = [["7", "7 days"], ["30", "30 days"], ["90", "90 days"], ["365", "A year"]];

export function History({ store, choice }) {
  return [
    head("History", "Findings that were open at the end of each day, and what came and went.", oneOf("How far back", DAYS, choice.days ?? "30", (days) => choose({ days }))),
    given(store.want(`/history?days=${encodeURIComponent(choice.days || 30)}`), page),
  ];
}

function page({ days }) {
  if (!days.some((one) => one.runs)) {
    return nothing("No run in this time.");
  }
  const came = days.reduce((sum, one) => sum + one.new, 0);
  const went = days.reduce((sum, one) => sum + one.fixed, 0);
  const now = days.at(-1);
  return [
    h("div.figures", { key: "figures" }, figure(sumOf(now.open), "open now", "warning"), figure(came, "new", "warning"), figure(went, "fixed", "ok"), figure(days.reduce((sum, one) => sum + one.runs, 0), "runs", "quiet")),
    charted("Open findings", open(days), openTable(days)),
    charted("New and fixed", moved(days), movedTable(days)),
  ];
}

const figure = (number, text, tone) => h("span.figure", { "data-tone": tone }, h("strong", null, whole(number)), h("span", null, text));

function open(days) {
  const label = `Open findings by severity over ${count(days.length, "day")}`;
  return [
    stacks(label, days.map((one) => ({ name: one.date, parts: SEVERITIES.map((severity) => [severity, one.open[severity]]) }))),
    foot(days, SEVERITIES.map((severity) => state(severity))),
  ];
}

function moved(days) {
  return [
    stacks(`New and fixed findings over ${count(days.length, "day")}`, days.map((one) => ({ name: one.date, parts: [["warning", one.new]], below: [["ok", one.fixed]] }))),
    foot(days, [state("back", "New, above"), state("fixed", "Fixed, below")]),
  ];
}

function foot(days, legend) {
  return h("div.axis", { key: "axis" }, h("time", null, day(days[0].date)), h("span.legend", null, legend), h("time", null, day(days.at(-1).date)));
}

const newestFirst = (days) => [...days].reverse();

const openTable = (days) => table("Open findings", ["Day", "Critical", "Warning", "Info", "Runs"], newestFirst(days).map((one) => [day(one.date), one.open.critical, one.open.warning, one.open.info, one.runs]));

const movedTable = (days) => table("New and fixed findings", ["Day", "New", "Fixed"], newestFirst(days).map((one) => [day(one.date), one.new, one.fixed]));
