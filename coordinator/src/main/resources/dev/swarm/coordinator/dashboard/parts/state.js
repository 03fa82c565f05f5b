// A state in words, with its shape and its tone. The one table of what looks like what.

import { h } from "../dom.js";
import { capital, whole, words } from "../text.js";
import { icon } from "./icon.js";

const LOOKS = {
  critical: ["critical", "critical"],
  warning: ["warning", "warning"],
  info: ["info", "info"],
  present: ["ok", "ok"],
  completed: ["ok", "ok"],
  complete: ["ok", "ok"],
  clean: ["ok", "ok"],
  proven: ["ok", "ok"],
  ready: ["ok", "ok"],
  fixed: ["ok", "ok"],
  findings: ["warning", "warning"],
  suspected: ["warning", "half"],
  unproven: ["warning", "half"],
  incomplete: ["warning", "half"],
  unfinished: ["warning", "half"],
  lost: ["critical", "cross"],
  refuted: ["critical", "cross"],
  damaged: ["critical", "cross"],
  full: ["critical", "stop"],
  incompatible: ["odd", "unlike"],
  refusing: ["odd", "stop"],
  wrong: ["odd", "unlike"],
  leaving: ["quiet", "arrow"],
  expected: ["quiet", "empty"],
  queued: ["quiet", "dots"],
  offered: ["quiet", "arrow"],
  running: ["accent", "run"],
  cancelled: ["quiet", "stop"],
  open: ["warning", "empty"],
  back: ["critical", "turn"],
  swinging: ["warning", "swing"],
  accepted: ["quiet", "stop"],
  acknowledged: ["accent", "ok"],
};

const key = (state) => String(state ?? "").toLowerCase();

/** ok, accent, warning, critical, info, odd or quiet; a failed subtask's cause is critical. */
export const tone = (state) => LOOKS[key(state)]?.[0] ?? "critical";
export const shape = (state) => LOOKS[key(state)]?.[1] ?? "cross";

/** Icon and word. */
export function state(name, text = capital(words(name))) {
  return h("span.state", { "data-tone": tone(name) }, icon(shape(name)), h("span", null, text));
}

/** That a finding comes and goes, so that nobody takes one good look for a mended fault. */
export const swings = (life) => life.swinging && state("swinging", "Comes and goes");

/** How a subtask stands: a failed one by its cause. */
export const stage = (subtask) => (subtask.state === "failed" ? subtask.outcome : subtask.state);

export const SEVERITIES = ["critical", "warning", "info"];

/** Icon and number for each severity that there is. */
export function tally(findings) {
  const some = SEVERITIES.filter((severity) => findings?.[severity]);
  if (!some.length) {
    return h("span.unseen", null, "no findings");
  }
  return h("span.tally", null, some.map((severity) => h("span", { key: severity, "data-tone": severity }, icon(severity),
    h("span", null, whole(findings[severity])), h("span.unseen", null, ` ${severity} `))));
}

export const sumOf = (findings) => SEVERITIES.reduce((sum, severity) => sum + (findings?.[severity] ?? 0), 0);
