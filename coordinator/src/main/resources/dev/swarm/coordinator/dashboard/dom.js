// The one way by which anything gets onto the page. Strings become text nodes, never markup, and pass
// through visible(): whoever draws a host name cannot forget it.

import { Component, Fragment, createRef, h as element, render } from "./lib/preact.module.js";
import { visible } from "./text.js";

export { Component, Fragment, createRef, render };

/** An element; "div.tile.wide" carries its classes along. Children: strings, numbers, elements, lists. */
export function h(tag, props, ...children) {
  const shown = children.map(calm);
  if (typeof tag !== "string") {
    return element(tag, props, ...children);
  }
  const [name, ...classes] = tag.split(".");
  const given = props ? safe(props) : {};
  if (classes.length) {
    given.class = [...classes, given.class].filter(Boolean).join(" ");
  }
  return element(name, given, ...shown);
}

function calm(child) {
  if (typeof child === "string") {
    return visible(child);
  }
  return Array.isArray(child) ? child.map(calm) : child;
}

function safe(props) {
  const given = { ...props };
  for (const name of ["title", "aria-label", "placeholder", "alt"]) {
    if (typeof given[name] === "string") {
      given[name] = visible(given[name]);
    }
  }
  return given;
}

/** Text that stands for itself whatever its direction: a name, a path, a title from a node. */
export function told(text, props) {
  return h("bdi", props, text);
}
