// An address that leads to no page.

import { head, link, nothing } from "../parts/page.js";
import { to } from "../route.js";

export const title = () => "No such page";

export function Nowhere() {
  return [head("No such page"), nothing("This address leads nowhere.", link(to("fleet"), "To the fleet"))];
}
