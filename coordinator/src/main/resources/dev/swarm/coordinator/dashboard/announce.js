// What a screen reader hears of a run without being asked: that it began, that it ended.

import { count } from "./text.js";

export function announcement({ run, event }) {
  switch (event.event) {
    case "run-started":
      return `Run ${run} began on ${count(event.nodes.length, "node")}.`;
    case "run-ended":
      return `Run ${run} ${event.cancelled ? "was cancelled" : "ended"}.`;
    case "node-lost":
      return `Node ${event.node} is lost.`;
    default:
      return "";
  }
}
