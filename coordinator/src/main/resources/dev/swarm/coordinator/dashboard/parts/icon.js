// Every state has a shape of its own, so that none is told by colour alone. Drawn on a 16 × 16 field.

import { h } from "../dom.js";

const OUTLINES = {
  critical: "M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8",
  warning: "M8 2 14.6 13.6H1.4zM8 6.4v3.4M8 11.6v.3",
  info: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M8 7.3v3.8M8 4.8v.3",
  ok: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M5.1 8.2l2 2 3.8-4.2",
  half: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M8 5v3.2l2.2 1.4",
  cross: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  unlike: "M2.2 2.2h11.6v11.6H2.2zM5 6.5h6M5 9.5h6M9.6 4.6l-3.2 6.8",
  stop: "M2.5 2.5h11v11h-11zM5.8 5.8h4.4v4.4H5.8z",
  arrow: "M2 8h11.5M9 3.5 13.5 8 9 12.5",
  turn: "M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.8 1.6v3.2h-3.2",
  swing: "M1.5 8q3.25-9 6.5 0t6.5 0",
  run: "M4 2.5 13 8l-9 5.5z",
  dots: "M3.2 8h.1M8 8h.1M12.8 8h.1",
  empty: "M8 2.5a5.5 5.5 0 1 1-.01 0",
  fleet: "M1.8 2.2h5v5h-5zM9.2 2.2h5v5h-5zM1.8 9h5v5h-5zM9.2 9h5v5h-5z",
  runs: "M2 4h7M2 8h12M2 12h9M12 2.6v2.8",
  findings: "M7 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6M10.6 10.4l3.4 3.6",
  compare: "M5 2v12M2 11l3 3 3-3M11 14V2M8 5l3-3 3 3",
  history: "M1.8 13.8h12.6M3.5 11V8M6.8 11V4.5M10.1 11V6.5M13.4 11V2.5",
  routers: "M2 3h12v4H2zM2 9h12v4H2zM4.6 5h.1M4.6 11h.1M8 5h3.6M8 11h3.6",
  sun: "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M12.8 3.2l-1 1M4.2 11.8l-1 1",
  moon: "M13.6 9.6A6 6 0 0 1 6.4 2.4a6 6 0 1 0 7.2 7.2",
  auto: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M8 1.8v12.4M8 4.2h4.6M8 7h6M8 9.8h5.6",
  help: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M6 6.3c0-2.6 4-2.5 4 0C10 8 8 8 8 9.4M8 11.5v.2",
  back: "M14 8H2.5M7 3.5 2.5 8 7 12.5",
  next: "M6 3l5 5-5 5",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
};

export function icon(name, props) {
  return h("svg.icon", { viewBox: "0 0 16 16", "aria-hidden": "true", ...props }, h("path", { d: OUTLINES[name] ?? OUTLINES.empty }));
}
