// What stands there while the coordinator wants to know who asks.

import { Component, h } from "../dom.js";
import { signIn } from "../api.js";
import { trouble } from "./page.js";

export class SignIn extends Component {
  constructor(props) {
    super(props);
    this.state = { problem: null };
  }

  async submit(event) {
    event.preventDefault();
    try {
      await signIn(String(new FormData(event.currentTarget).get("token")));
      location.reload();
    } catch (problem) {
      this.setState({ problem });
    }
  }

  render(_, { problem }) {
    return h("form.panel.sign-in", { onSubmit: (event) => this.submit(event) },
      h("h1", { id: "title", tabIndex: -1 }, "Sign in"), h("p", null, "This coordinator asks for a token: one of serve.tokens in its swarm.yaml."),
      h("label.field", null, h("span", null, "Token"), h("input", { type: "password", name: "token", autocomplete: "current-password", required: true })),
      problem && trouble(problem), h("button.primary", { type: "submit" }, "Sign in"));
  }
}
