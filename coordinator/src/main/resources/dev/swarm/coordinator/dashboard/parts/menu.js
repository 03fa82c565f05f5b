// The pages, how the connection stands, and light or dark.

import { h } from "../dom.js";
import { icon } from "./icon.js";
import { span } from "../time.js";
import { to } from "../route.js";
import { oneOf } from "./choice.js";

export const PAGES = [
  ["fleet", "Fleet", "f"],
  ["runs", "Runs", "r"],
  ["findings", "Findings", "n"],
  ["compare", "Compare", "c"],
  ["history", "History", "h"],
  ["routers", "Routers", "m"],
];

const BELONGS = { nodes: "fleet" };

export function menu(page) {
  const current = BELONGS[page] ?? page;
  return h("nav.menu", { "aria-label": "Pages" }, h("ul", null, PAGES.map(([id, name]) =>
    h("li", { key: id }, h("a", { href: to(id), "aria-current": id === current ? "page" : undefined }, icon(id), h("span", null, name))))));
}

const CONNECTIONS = {
  live: ["ok", "ok", "Live"],
  connecting: ["quiet", "dots", "Connecting …"],
  lost: ["warning", "half", "Reconnecting …"],
  denied: ["critical", "stop", "Not signed in"],
};

export function connection({ state, since }) {
  const [tone, shape, text] = CONNECTIONS[state];
  const away = state === "lost" && Date.now() - since > 5000 ? ` for ${span(Date.now() - since)}` : "";
  return h("p.connection", { "data-tone": tone, "data-connection": state }, icon(shape), h("span", null, text + away));
}

const THEMES = [["auto", "Like the system", "auto"], ["light", "Light", "sun"], ["dark", "Dark", "moon"]];

export function theme() {
  const chosen = document.documentElement.dataset.theme || "auto";
  return oneOf("Theme", THEMES.map(([value, text, shape]) => [value, [icon(shape, { key: value }), h("span.unseen", { key: `${value}-name` }, text)]]), chosen, choose);
}

function choose(value) {
  localStorage.setItem("swarm.theme", value);
  document.documentElement.dataset.theme = value;
  window.dispatchEvent(new Event("swarm-changed"));
}
