// The frame around every page: the menu, the page that the address names, and what is said aloud.

import { h } from "./dom.js";
import { SignIn } from "./parts/sign-in.js";
import { help } from "./parts/help.js";
import { icon } from "./parts/icon.js";
import { connection, menu, theme } from "./parts/menu.js";
import { bytes } from "./time.js";
import { count } from "./text.js";
import * as compare from "./pages/compare.js";
import * as finding from "./pages/finding.js";
import * as findings from "./pages/findings.js";
import * as fleet from "./pages/fleet.js";
import * as history from "./pages/history.js";
import * as node from "./pages/node.js";
import * as nowhere from "./pages/nowhere.js";
import * as routers from "./pages/routers.js";
import * as run from "./pages/run.js";
import * as runs from "./pages/runs.js";
import * as subtask from "./pages/subtask.js";

/** The page of an address, as {view, title}. */
export function pageOf({ page, path }) {
  const deep = path.length;
  const found = {
    fleet: () => [fleet.Fleet, fleet.title],
    nodes: () => (deep ? [node.Node, node.title] : [fleet.Fleet, fleet.title]),
    runs: () => (deep > 1 ? [subtask.Subtask, subtask.title] : deep ? [run.Run, run.title] : [runs.Runs, runs.title]),
    findings: () => (deep ? [finding.Finding, finding.title] : [findings.Findings, findings.title]),
    compare: () => [compare.Compare, compare.title],
    history: () => [history.History, history.title],
    routers: () => [routers.Routers, routers.title],
  }[page] ?? (() => [nowhere.Nowhere, nowhere.title]);
  const [view, title] = found();
  return { view, title };
}

export function app({ store, route, said, helping, setHelp }) {
  const { view } = pageOf(route);
  const fleetNow = store.want("/fleet").data;
  return [
    h("header.side", { key: "side" },
      h("a.brand", { href: "#/fleet" }, h("span.mark", { "aria-hidden": "true" }, Array.from({ length: 6 }, (_, at) => h("i", { key: at }))), "swarm"),
      menu(route.page),
      h("div.foot", null, connection(store.connection), fleetNow && coordinator(fleetNow.coordinator),
        h("div.row", null, theme(), h("button.plain", { type: "button", "aria-label": "Keys", onClick: () => setHelp(true) }, icon("help"))))),
    h("main", { key: "main", id: "main", tabIndex: -1 },
      fleetNow && storeTrouble(fleetNow.coordinator.store),
      store.connection.state === "denied" ? h(SignIn) : h(view, { key: [route.page, ...route.path].join("/"), store, ...route })),
    h("div.unseen", { key: "said", role: "status", "aria-live": "polite" }, said),
    helping && help(() => setHelp(false)),
  ];
}

function coordinator({ name, version, standby, store }) {
  return h("p.coordinator", null, h("bdi", null, name), h("span", null, `${version}${standby ? ", stands by" : ""}`), h("span", null, `${count(store.runs, "run")}, ${bytes(store.bytes)}`));
}

/** A store that takes nothing any more is everybody's business, on every page. */
function storeTrouble({ state, reason }) {
  const well = String(state).toLowerCase() === "ready";
  return !well && h("div.trouble", { role: "alert" }, icon("critical"), h("div", null, h("p", null, h("strong", null, `Storage ${state}`)), h("p", null, reason), h("p", null, "No new run is taken until that is mended.")));
}
