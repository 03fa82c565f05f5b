// The keys, in a dialog.

import { h } from "../dom.js";
import { Dialog } from "./dialog.js";
import { PAGES } from "./menu.js";

const KEYS = [
  [["/"], "Find on this page"],
  [["?"], "These keys"],
  [["n"], "New audit, where there is the button"],
  [["↑", "↓", "←", "→"], "Move in tiles and lists"],
  [["Home", "End"], "First, last of them"],
  [["Enter"], "Open"],
  [["Esc"], "Close, or leave the field"],
];

export function help(close) {
  return h(Dialog, { key: "help", title: "Keys", close }, h("dl.keys", null,
    [...PAGES.map(([, name, letter]) => [["g", letter], name]), ...KEYS].map(([keys, text]) => h("div", { key: text }, h("dt", null, keys.map((key) => h("kbd", { key }, key))), h("dd", null, text)))));
}
