// A dialog of the browser's own: it keeps the focus inside, and Escape closes it.

import { Component, createRef, h } from "../dom.js";
import { icon } from "./icon.js";

/** props: title, close(), children */
export class Dialog extends Component {
  constructor(props) {
    super(props);
    this.element = createRef();
  }

  componentDidMount() {
    this.before = document.activeElement;
    this.element.current.showModal();
  }

  componentWillUnmount() {
    this.before?.focus?.();
  }

  render({ title, close, children }) {
    return h("dialog", { ref: this.element, "aria-labelledby": "dialog-title", onClose: close, onClick: (event) => event.target === this.element.current && this.element.current.close() },
      h("div.dialog", null,
        h("div.row", null, h("h2", { id: "dialog-title" }, title),
          h("button.plain", { type: "button", "aria-label": "Close", onClick: () => this.element.current.close() }, icon("close"))),
        children));
  }
}
