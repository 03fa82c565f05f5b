// Starting an audit: whom to look at, and at what.

import { h } from "../dom.js";
import { post } from "../api.js";
import { field, Form } from "../parts/form.js";
import { Opening } from "../parts/opening.js";
import { go } from "../route.js";

const AREAS = ["storage", "services", "load-and-memory", "processes", "network-and-dns", "time", "logs", "security", "updates", "hardware", "containers"];

class Start extends Opening {
  render({ label = "" }, { open }) {
    const close = () => this.setState({ open: false });
    return [
      h("button.primary", { key: "button", type: "button", "data-start": "", onClick: () => this.setState({ open: true }) }, "New audit"),
      open && h(Form, { key: "form", title: "New audit", action: "Start", close, send, done: ({ id }) => go("runs", [id]) },
        field("Nodes", h("input", { name: "nodes", autocomplete: "off", placeholder: "all that are there" }), "Names, with commas between them."),
        field("Labels", h("input", { name: "labels", autocomplete: "off", placeholder: "role=database", defaultValue: label }), "Only nodes that bear all of them."),
        h("fieldset", null, h("legend", null, "Areas"), h("p.quiet", null, "None chosen: all of them."),
          h("div.boxes", null, AREAS.map((area) => h("label", { key: area }, h("input", { type: "checkbox", name: "areas", value: area }), area)))),
        field("Question", h("input", { name: "question", autocomplete: "off", placeholder: "Why is the shop slow since noon?" }), "In your own words; needs a router. Leave it empty for a full audit.")),
    ];
  }
}

function send(fields) {
  const list = (name) => String(fields.get(name)).split(",").map((one) => one.trim()).filter(Boolean);
  const body = { nodes: list("nodes"), labels: pairs(list("labels")), areas: fields.getAll("areas"), question: String(fields.get("question")).trim() };
  return post("/runs", Object.fromEntries(Object.entries(body).filter(([, value]) => (Array.isArray(value) || typeof value === "string" ? value.length : Object.keys(value).length))));
}

const pairs = (list) => Object.fromEntries(list.map((one) => one.split("=", 2)));

export function startButton(label) {
  return h(Start, { key: "start", label });
}
