// What every page is made of: its head, and what stands there while there is nothing yet, or nothing at all.

import { h } from "../dom.js";
import { icon } from "./icon.js";

/** The way up, above a title. */
export function crumb(href, text) {
  return h("p.crumb", null, h("a", { href }, icon("back"), text));
}

/** @param about a line below the title; @param actions what can be done here, at the right */
export function head(title, about, ...actions) {
  return h("header.head", null,
    h("div", null, h("h1", { id: "title", tabIndex: -1 }, title), about && h("p.about", null, about)),
    actions.length > 0 && h("div.actions", null, actions));
}

/** The page of what was asked for; or that it is being asked for, or why it could not be had. */
export function given(entry, draw) {
  if (entry.data) {
    return [entry.problem && trouble(entry.problem), draw(entry.data)];
  }
  return entry.problem ? trouble(entry.problem) : h("p.waiting", { role: "status" }, "Asking the coordinator …");
}

export function trouble(problem) {
  return h("div.trouble", { role: "alert" }, icon("critical"),
    h("div", null, h("p", null, h("strong", null, problem.message)), problem.mend && h("p", null, problem.mend)));
}

export function nothing(text, more) {
  return h("div.nothing", null, h("p", null, text), more && h("p", null, more));
}

export function section(title, ...body) {
  return h("section.panel", { "aria-label": title }, h("h2", null, title), body);
}

/** A section with something at the right of its title. */
export function panel(title, aside, ...body) {
  return h("section.panel", { "aria-label": title }, h("div.row", null, h("h2", null, title), aside), body);
}

export function link(href, text, props) {
  return h("a", { href, ...props }, text);
}
