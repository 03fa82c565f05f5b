// Keys for people who do not want to leave the keyboard. None of them works while something is written.

import { PAGES } from "./parts/menu.js";
import { go } from "./route.js";

const PATIENCE = 1500;

/** @param help shows the keys */
export function listen(help) {
  let leading = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
      return;
    }
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") {
        event.target.blur();
      }
      return;
    }
    const follows = event.timeStamp - leading < PATIENCE;
    leading = event.key === "g" ? event.timeStamp : -Infinity;
    if (act(event.key, follows, help)) {
      event.preventDefault();
    }
  });
}

function act(key, follows, help) {
  const page = follows && PAGES.find(([, , letter]) => letter === key);
  if (page) {
    go(page[0]);
  } else if (key === "/") {
    document.querySelector("[data-search]")?.focus();
  } else if (key === "n") {
    document.querySelector("[data-start]")?.click();
  } else if (key === "?") {
    help();
  } else {
    return false;
  }
  return true;
}
