// Events of an open run, folded onto what the server told of it. The sums move one subtask at a time, as
// the coordinator's own do, so that they keep adding up.

const OPEN = ["queued", "offered", "running"];

const BY_EVENT = {
  "subtask-queued": queued,
  "subtask-offered": (run, at, event) => move(run, event.subtask, "offered", { offeredAt: at, attempt: event.attempt }),
  "subtask-accepted": (run, at, event) => move(run, event.subtask, "running", { acceptedAt: at, attempt: event.attempt }),
  "subtask-refused": (run, at, event) => move(run, event.subtask, "queued", { reason: event.reason }),
  "tool-called": toolCalled,
  "tool-returned": (run, at, event) => close(run, event.subtask, "acting", event.call, at),
  "model-asked": modelAsked,
  "model-replied": modelReplied,
  "subtask-ended": ended,
};

/** False if an event in between is missing, so that the run has to be read anew. */
export function fold(run, { sequence, at, event }) {
  if (sequence <= run.events) {
    return true;
  }
  if (sequence !== run.events + 1) {
    return false;
  }
  run.events = sequence;
  BY_EVENT[event.event]?.(run, at, event);
  return true;
}

function find(run, id) {
  if (run.index?.size !== run.subtasks.length) {
    const index = new Map(run.subtasks.map((subtask) => [subtask.id, subtask]));
    Object.defineProperty(run, "index", { value: index, configurable: true, enumerable: false });
  }
  return run.index.get(id);
}

function queued(run, at, { subtask: { id, node, area } }) {
  if (!find(run, id)) {
    run.subtasks.push({ id, node, area, state: "queued", attempt: 0, mind: run.mind, turns: 0, toolCalls: 0, queuedAt: at, spans: [] });
    run.sum.targeted++;
    run.sum.queued++;
  }
}

function move(run, id, state, more) {
  const subtask = find(run, id);
  if (subtask) {
    run.sum[subtask.state]--;
    run.sum[state]++;
    Object.assign(subtask, more, { state });
  }
}

function toolCalled(run, at, { subtask: id, call, tool }) {
  const subtask = find(run, id);
  if (subtask) {
    subtask.toolCalls++;
    run.toolCallsPerNode[subtask.node] = (run.toolCallsPerNode[subtask.node] ?? 0) + 1;
    subtask.spans.push({ kind: "acting", from: at, to: null, label: tool, key: call });
  }
}

function modelAsked(run, at, { subtask: id, turn, model }) {
  const subtask = find(run, id);
  if (subtask) {
    subtask.turns = Math.max(subtask.turns, turn);
    subtask.spans.push({ kind: "thinking", from: at, to: null, label: model, key: turn });
  }
}

/** The time in queues comes first: of what looked like thinking, that part was waiting for the router. */
function modelReplied(run, at, { subtask: id, turn, waited }) {
  const subtask = find(run, id);
  const span = subtask?.spans.findLast((one) => one.kind === "thinking" && one.key === turn && !one.to);
  if (!span) {
    return;
  }
  span.to = at;
  const millis = Math.min(isoMillis(waited), new Date(at) - new Date(span.from));
  if (millis > 0) {
    const until = new Date(new Date(span.from).getTime() + millis).toISOString();
    subtask.spans.push({ kind: "waiting", from: span.from, to: until, label: span.label });
    span.from = until;
  }
}

function close(run, id, kind, key, at) {
  const span = find(run, id)?.spans.findLast((one) => one.kind === kind && one.key === key && !one.to);
  if (span) {
    span.to = at;
  }
}

function ended(run, at, { outcome }) {
  const subtask = find(run, outcome.subtask);
  if (!OPEN.includes(subtask?.state)) {
    return;
  }
  subtask.spans.filter((span) => !span.to).forEach((span) => (span.to = at));
  run.sum[subtask.state]--;
  const failed = outcome.kind === "failed";
  if (failed) {
    run.sum.failed[outcome.cause] = (run.sum.failed[outcome.cause] ?? 0) + 1;
  } else {
    run.sum.completed++;
  }
  const end = failed ? outcome.cause : "completed";
  Object.assign(subtask, { state: failed ? "failed" : "completed", outcome: end, endedAt: at, attempt: outcome.attempt, reason: outcome.detail ?? "" });
}

/** The wire's durations: ISO-8601 ("PT1.5S"), or seconds as a number. */
function isoMillis(duration) {
  if (typeof duration === "number") {
    return duration * 1000;
  }
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration ?? "");
  return match ? ((+match[1] || 0) * 3600 + (+match[2] || 0) * 60 + (+match[3] || 0)) * 1000 : 0;
}
