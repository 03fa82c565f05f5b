// A bar that always adds up, and the same as an equation in words. If it ever does not, it says so aloud.

import { h } from "../dom.js";
import { whole, words } from "../text.js";
import { shape, tone } from "./state.js";
import { icon } from "./icon.js";

/** @param parts [name, number] in the order in which they are drawn; their sum should be the total */
export function sum(label, total, parts, unit) {
  const there = parts.filter(([, number]) => number > 0);
  const found = parts.reduce((all, [, number]) => all + number, 0);
  return h("figure.sum", { "aria-label": label },
    h("div.bar", { "aria-hidden": "true" }, there.map(([name, number]) =>
      h("span", { key: name, "data-tone": tone(name), "data-name": name, style: { flexGrow: number } }))),
    h("figcaption", null,
      h("strong", null, whole(total)), ` ${unit}`, h("span.op", null, "="),
      there.length ? there.map(([name, number], at) => h("span.part", { key: name },
        at > 0 && h("span.op", null, "+"), h("span.state", { "data-tone": tone(name) }, icon(shape(name)),
          h("span", null, h("strong", null, whole(number)), ` ${words(name)}`)))) : h("span", null, "0")),
    found !== total && h("p.wrong", { role: "alert" }, `These ${whole(total)} do not add up: the parts make ${whole(found)}.`));
}

/** The parts of a subtask sum, in the order of a subtask's life. */
export function subtaskParts({ queued, offered, running, completed, failed }) {
  const causes = Object.entries(failed ?? {}).filter(([, number]) => number > 0);
  return [["completed", completed], ...causes, ["running", running], ["offered", offered], ["queued", queued]];
}

export function subtaskSum(of) {
  return sum("Subtasks by state", of.targeted, subtaskParts(of), of.targeted === 1 ? "subtask" : "subtasks");
}
