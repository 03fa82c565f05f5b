// Ways to choose: one of several, any of several, a text to look for. What is chosen stands in the address.

import { h } from "../dom.js";
import { choose } from "../route.js";
import { whole } from "../text.js";

/** Buttons of which one is pressed; @param options [value, text] */
export function oneOf(label, options, chosen, pick) {
  return h("div.segments", { role: "group", "aria-label": label }, options.map(([value, text]) =>
    h("button", { key: value, type: "button", "aria-pressed": String(value === chosen), onClick: () => pick(value) }, text)));
}

/** Like oneOf, for a choice of the address; the first option is what holds without one. */
export function segments(name, label, options, choice) {
  const first = options[0][0];
  return oneOf(label, options, choice[name] ?? first, (value) => choose({ [name]: value === first ? "" : value }));
}

/** Buttons that each switch a filter, with the number of what it would show. @param options [value, drawn, number] */
export function chips(name, label, options, choice) {
  return h("div.chips", { role: "group", "aria-label": label }, options.map(([value, drawn, number]) => {
    const on = choice[name] === value;
    return h("button.chip", {
      key: value, type: "button", "aria-pressed": String(on), onClick: () => choose({ [name]: on ? "" : value }),
    }, drawn, number !== undefined && h("span.number", null, whole(number)));
  }));
}

/** The page's search field, which the key / goes to. */
export function search(name, label, choice) {
  return h("input.search", {
    type: "search", name, placeholder: label, "aria-label": label, value: choice[name] ?? "", autocomplete: "off",
    spellcheck: false, "data-search": "", onInput: (event) => choose({ [name]: event.target.value }),
  });
}

/** @param more what is said of options that are not in the list */
export function pick(name, label, options, choice, more) {
  const chosen = choice[name];
  const all = chosen && !options.includes(chosen) ? [chosen, ...options] : options;
  return h("label.pick", null, h("span.unseen", null, label), h("select", { name, value: chosen ?? "", onChange: (event) => choose({ [name]: event.target.value }) },
    h("option", { value: "" }, label), all.map((option) => h("option", { key: option, value: option }, option)), more && h("option", { key: "more", disabled: true }, more)));
}
