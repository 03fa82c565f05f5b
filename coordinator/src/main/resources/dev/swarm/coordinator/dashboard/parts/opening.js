// A chart and its table, one at a time; and the smallest component there is, which is open or not.

import { Component, h } from "../dom.js";
import { oneOf } from "./choice.js";
import { panel } from "./page.js";

/** Something that opens: {open} is its whole state. */
export class Opening extends Component {
  constructor(props) {
    super(props);
    this.state = { open: false };
  }
}

/** props: title, chart() and table(), each drawing one form */
export class Toggle extends Opening {
  render({ title, chart, table }, { open }) {
    const form = oneOf(`Form of ${title}`, [["chart", "Chart"], ["table", "Table"]], open ? "table" : "chart", (value) => this.setState({ open: value === "table" }));
    return panel(title, form, open ? table() : chart());
  }
}
