// A form in a dialog that sends something to the coordinator and shows why it would not take it.

import { Component, h } from "../dom.js";
import { Dialog } from "./dialog.js";
import { trouble } from "./page.js";

/** props: title, action (the button's word), close(), send(fields) → promise, done(answer), children: the fields */
export class Form extends Component {
  constructor(props) {
    super(props);
    this.state = { problem: null, sending: false };
  }

  async submit(event) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    this.setState({ sending: true, problem: null });
    try {
      const answer = await this.props.send(fields);
      this.props.close();
      this.props.done?.(answer);
    } catch (problem) {
      this.setState({ problem, sending: false });
    }
  }

  render({ title, action, close, children }, { problem, sending }) {
    return h(Dialog, { title, close },
      h("form", { onSubmit: (event) => this.submit(event) }, children, problem && trouble(problem),
        h("div.actions", null,
          h("button", { type: "button", onClick: close }, "Cancel"),
          h("button.primary", { type: "submit", disabled: sending }, sending ? "Sending …" : action))));
  }
}

export function field(label, control, about) {
  return h("label.field", null, h("span", null, label), control, about && h("small", null, about));
}
