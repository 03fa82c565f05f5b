// Wires the page: address, store, stream, keys; and draws whenever one of them changes.

import { app, pageOf } from "./app.js";
import { h, render } from "./dom.js";
import { announcement } from "./announce.js";
import { listen } from "./keys.js";
import { read } from "./route.js";
import { Store } from "./store.js";
import { Stream } from "./stream.js";
import { visible } from "./text.js";

const TICK = 1000;
/** News are drawn so often that drawing them takes a fifth of the time at most, however large the page is. */
const REST = 4;

const root = document.getElementById("app");
const state = { route: read(), said: "", helping: false };
let frame = 0;
let waiting = 0;
let rested = 0;
/** What had the focus when a new page was asked for; its title takes it over, once it is there. */
let leaving = null;

const store = new Store(news);
const stream = new Stream({ state: connected, event: heard });

function soon() {
  frame ||= requestAnimationFrame(draw);
}

/** What the reader does is drawn at once; what is heard may wait a moment. */
function news() {
  waiting ||= setTimeout(() => {
    waiting = 0;
    soon();
  }, Math.max(0, rested - performance.now()));
}

function draw() {
  frame = 0;
  const began = performance.now();
  store.draw();
  const setHelp = (helping) => change({ helping });
  render(h("div.frame", null, app({ store, setHelp, ...state })), root);
  arrived();
  document.title = `${visible(pageOf(state.route).title(state.route))} · swarm`;
  const now = performance.now();
  rested = now + REST * (now - began);
}

function change(some) {
  Object.assign(state, some);
  soon();
}

/**
 * While it fails and tries again, the reader sees one state: reconnecting, since then. And while a token is asked for, that
 * is what stays in sight, whatever is tried meanwhile: somebody may be typing it.
 */
function connected(name) {
  const before = store.connection.state;
  const tries = before === "lost" && name !== "live" && name !== "denied";
  const asks = before === "denied" && name !== "live";
  if (!tries && !asks) {
    store.connect(name);
  }
  if (name === "live") {
    store.touchAll();
  }
  if (name === "lost" && before === "live") {
    change({ said: "The connection is lost; trying again." });
  } else if (name === "live" && before === "lost") {
    change({ said: "Connected again, and up to date." });
  }
}

function heard(kind, data) {
  store.hear(kind, data);
  const said = kind === "run" ? announcement(data) : "";
  if (said) {
    change({ said });
  }
}

function moved() {
  const before = state.route;
  change({ route: read(), helping: false });
  if (before.page !== state.route.page || before.path.join() !== state.route.path.join()) {
    window.scrollTo(0, 0);
    leaving = document.activeElement;
  }
}

/** A page that waits for its data has no title yet; and whoever went on meanwhile is left alone. */
function arrived() {
  const title = leaving && document.getElementById("title");
  if (title && [leaving, document.body, null].includes(document.activeElement)) {
    title.focus({ preventScroll: true });
  }
  leaving = title ? null : leaving;
}

window.addEventListener("hashchange", moved);
window.addEventListener("swarm-changed", soon);
listen(() => change({ helping: true }));
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});
root.replaceChildren();
setInterval(() => document.hidden || soon(), TICK);
draw();
stream.start();
