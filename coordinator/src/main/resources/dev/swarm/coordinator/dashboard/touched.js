// Which answers an event of a run may have changed, as beginnings of their paths.

const BY_EVENT = {
  "run-started": () => ["/fleet", "/runs?", "/schedules"],
  "subtask-accepted": () => ["/fleet", "/nodes", "/runs?"],
  "subtask-ended": () => ["/fleet", "/nodes", "/runs?", "/findings", "/routers"],
  "run-ended": (run) => ["/fleet", "/nodes", "/runs?", "/findings", "/history", "/routers", "/schedules", `/runs/${run}`],
  "model-asked": () => ["/routers"],
  "model-replied": () => ["/routers"],
};

const OF_THE_FLEET = ["/fleet", "/nodes"];

export function touched({ run, event }) {
  const { event: kind, subtask } = event;
  const found = BY_EVENT[kind]?.(run) ?? (kind.startsWith("subtask-") ? ["/fleet", "/runs?"] : []);
  const node = kind.startsWith("node-") ? OF_THE_FLEET : [];
  const id = typeof subtask === "string" ? subtask : (subtask?.id ?? event.outcome?.subtask);
  return [...found, ...node, ...(id ? [`/runs/${run}/subtasks/${encodeURIComponent(id)}`] : [])];
}
