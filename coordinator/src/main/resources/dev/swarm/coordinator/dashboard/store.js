// What the page knows. Pages say what they want while they draw; the store asks for it, keeps it, and asks
// again when an event says that it may have changed. Events of an open run are folded in at once.

import { get } from "./api.js";
import { fold } from "./fold.js";
import { touched } from "./touched.js";

const SOONEST = 250;
const KEPT = 40;
const MOST_HEARD = 200;

export class Store {
  /** @param changed called after each change, at most once per turn of the event loop */
  constructor(changed) {
    this.changed = changed;
    this.entries = new Map();
    this.drawing = 0;
    this.connection = { state: "connecting", since: Date.now() };
  }

  /** A new drawing begins: what it does not want any more is not asked for again. */
  draw() {
    this.drawing++;
  }

  /** What is known of a path: {data, problem, asking}; data stays while it is asked for anew. */
  want(path) {
    const entry = this.entries.get(path) ?? this.fresh(path);
    entry.wanted = this.drawing;
    if (entry.stale && !entry.asking && !entry.timer) {
      this.schedule(entry);
    }
    return entry;
  }

  fresh(path) {
    const entry = { path, data: null, problem: null, asking: false, stale: true, doneAt: 0, took: 0, timer: 0, wanted: 0, heard: [] };
    this.entries.set(path, entry);
    this.forget();
    return entry;
  }

  forget() {
    for (const [path, entry] of this.entries) {
      if (this.entries.size <= KEPT) {
        return;
      }
      if (entry.wanted < this.drawing && !entry.asking) {
        this.entries.delete(path);
      }
    }
  }

  /** A costly answer is asked for less often than a cheap one. */
  schedule(entry) {
    const due = entry.doneAt + Math.max(SOONEST, 2 * entry.took);
    entry.timer = setTimeout(() => this.ask(entry), entry.doneAt ? Math.max(0, due - Date.now()) : 0);
  }

  async ask(entry) {
    const asked = performance.now();
    Object.assign(entry, { timer: 0, asking: true, stale: false });
    try {
      entry.data = await get(entry.path);
      entry.problem = null;
      // the answer may be older than what was heard before it came
      entry.heard.forEach((recorded) => take(entry, recorded));
    } catch (problem) {
      entry.problem = problem;
    }
    Object.assign(entry, { asking: false, doneAt: Date.now(), took: performance.now() - asked });
    this.changed();
  }

  /** What begins like one of these may have changed. */
  touch(prefixes) {
    let any = false;
    for (const entry of this.entries.values()) {
      if (prefixes.some((prefix) => begins(entry.path, prefix))) {
        entry.stale = true;
        any ||= entry.wanted === this.drawing;
      }
    }
    if (any) {
      this.changed();
    }
  }

  touchAll() {
    this.touch(["/"]);
  }

  hear(kind, data) {
    if (kind === "run") {
      this.hearRun(data);
    } else if (kind === "fleet") {
      this.hearFleet(data);
    } else {
      this.touchAll();
    }
  }

  hearRun(recorded) {
    const entry = this.entries.get(`/runs/${recorded.run}`);
    if (entry) {
      entry.heard = [...entry.heard.slice(1 - MOST_HEARD), recorded];
      if (entry.data) {
        take(entry, recorded);
      }
    }
    this.touch(touched(recorded));
    this.changed();
  }

  hearFleet(data) {
    const changes = new Map((data.nodes ?? []).map((node) => [node.name, node]));
    const known = new Set();
    for (const entry of this.entries.values()) {
      if (begins(entry.path, "/nodes?") && entry.data?.nodes) {
        entry.data = { ...entry.data, nodes: entry.data.nodes.map((node) => merged(node, changes.get(node.name))) };
        entry.data.nodes.forEach((node) => known.add(node.name));
      }
    }
    const strangers = [...changes.keys()].some((name) => !known.has(name));
    this.touch(["/fleet", ...(strangers ? ["/nodes?"] : []), ...[...changes.keys()].map((name) => `/nodes/${encodeURIComponent(name)}`)]);
    this.changed();
  }

  connect(state, more) {
    this.connection = { state, since: Date.now(), ...more };
    this.changed();
  }
}

/** Folds an event in; where one before it is missing, the run is asked for anew. */
function take(entry, recorded) {
  if (!fold(entry.data, recorded)) {
    entry.stale = true;
  }
}

/** Whether a path is what the prefix names, or lies below it. */
function begins(path, prefix) {
  return path.startsWith(prefix) && ("/?".includes(prefix.at(-1)) || "/?".includes(path[prefix.length] ?? "/"));
}

/** What is absent from a change is not known any more. */
function merged(node, change) {
  return change ? { ...node, load: undefined, ...change } : node;
}
