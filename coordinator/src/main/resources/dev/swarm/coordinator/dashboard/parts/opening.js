// The smallest component there is: open or not.

import { Component } from "../dom.js";

/** Something that opens: {open} is its whole state. */
export class Opening extends Component {
  constructor(props) {
    super(props);
    this.state = { open: false };
  }
}
