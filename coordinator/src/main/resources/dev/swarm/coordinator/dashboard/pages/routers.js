// Who thinks: endpoints and how busy they are; models and how much of what they said held.

import { h } from "../dom.js";
import { given, head, nothing, panel } from "../parts/page.js";
import { icon } from "../parts/icon.js";
import { table } from "../parts/chart.js";
import { count, whole } from "../text.js";

export const title = () => "Routers";

export function Routers({ store }) {
  return [head("Routers", "Where the thinking is done, and how much of it held when it was looked at."), given(store.want("/routers"), page)];
}

function page({ routers, models }) {
  return [
    routers.length ? h("div.cards", { key: "routers" }, routers.map(card)) : nothing("No router is configured.", "Every check works without one. With a router, a model digs into what looks odd: see swarm router."),
    models.length > 0 && panel("Models", h("span.quiet", null, count(models.length, "model")), table("Models", ["Model", "Asked", "Proven", "Refuted", "Unproven", "Said to be wrong", "Held", "Tokens in", "Tokens out"], models.map(line))),
  ];
}

function card(router) {
  const used = router.slots ? Math.min(100, (100 * router.inUse) / router.slots) : 0;
  return h("section.panel", { key: router.name, "aria-label": router.name },
    h("div.row", null, h("h2", null, h("bdi", null, router.name)), h("span.quiet", null, router.slots ? `${router.inUse} of ${count(router.slots, "slot")}` : `${router.inUse} in use`)),
    h("div.meter", { "aria-hidden": "true" }, h("span", { style: { width: `${used}%` } })),
    h("p", null, h("code", null, router.url)), h("p.quiet", null, (router.models ?? []).join(", ") || "no model named"),
    router.waiting > 0 && h("p.state", { "data-tone": "warning" }, icon("half"), `${whole(router.waiting)} waiting`));
}

function line(model) {
  const judged = model.proven + model.refuted + model.unproven;
  return [h("bdi", null, model.model), model.asked, model.proven, model.refuted, model.unproven, model.wrong, judged ? `${Math.round((100 * model.proven) / judged)} %` : "–", model.promptTokens, model.completionTokens];
}
