// The stream of events, read with fetch: unlike EventSource it sees the server's heartbeats and
// the reason of a refusal, and decides by itself when to come back.

import { address } from "./api.js";

const SILENCE = 40_000;
const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 10_000;

/**
 * Follows /events for as long as the page lives.
 *
 * @param hear {event(kind, data), state(name)}: kinds are run, fleet, gap; names are connecting, live,
 *   lost and denied. "live" comes with whether events in between were certainly not missed.
 */
export class Stream {
  constructor(hear) {
    this.hear = hear;
    this.position = "";
    this.pause = FIRST_PAUSE;
    this.abort = null;
    this.waiting = null;
  }

  start() {
    window.addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
    this.connect();
  }

  /** Tries at once instead of waiting for the next attempt. */
  hurry() {
    if (this.waiting) {
      clearTimeout(this.waiting);
      this.connect();
    }
  }

  /** Leaves the connection there is and makes a new one, from where this one stood. */
  again() {
    this.abort?.abort();
  }

  async connect() {
    this.waiting = null;
    this.hear.state("connecting");
    this.abort = new AbortController();
    let denied = false;
    try {
      const response = await fetch(address("/events"), this.request());
      denied = response.status === 401 || response.status === 403;
      if (response.ok) {
        await this.read(response.body.getReader());
      }
    } catch {
      // Whatever it was, the way on is the same: come back later.
    }
    clearTimeout(this.watch);
    this.hear.state(denied ? "denied" : "lost", this.pause);
    this.waiting = setTimeout(() => this.connect(), this.pause);
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
  }

  request() {
    const given = { accept: "text/event-stream" };
    if (this.position) {
      given["last-event-id"] = this.position;
    }
    return { headers: given, cache: "no-store", signal: this.abort.signal };
  }

  async read(reader) {
    this.hear.state("live", this.position !== "");
    this.pause = FIRST_PAUSE;
    const decoder = new TextDecoder();
    let rest = "";
    for (;;) {
      this.listenFor(SILENCE);
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = blocks.pop();
      blocks.forEach((block) => this.take(block));
    }
  }

  listenFor(millis) {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.again(), millis);
  }

  take(block) {
    const { id, event, data } = fields(block);
    if (id !== undefined) {
      this.position = id;
    }
    if (data !== undefined) {
      this.hear.event(event ?? "message", JSON.parse(data), id);
    }
  }
}

function fields(block) {
  const found = {};
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon <= 0) {
      continue;
    }
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, "");
    found[name] = name === "data" && found.data !== undefined ? `${found.data}\n${value}` : value;
  }
  return found;
}
