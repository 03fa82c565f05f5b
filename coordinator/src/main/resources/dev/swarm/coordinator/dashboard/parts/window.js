// Draws of a long list only what can be seen, so that ten thousand lines cost as much as fifty. The page
// itself scrolls. One line can be reached with Tab, the others from there with the arrow keys.

import { Component, createRef, h } from "../dom.js";

const BEYOND = 6;
const PAGE = 8;

/**
 * props: total; height of a line in rem; width: least width of a column in rem (absent: one column);
 * item(index, focus): draws one, spreading focus onto the element that takes the keyboard;
 * seen(first, last): told what is in sight; and those of the list element: role, aria-label …
 */
export class Window extends Component {
  constructor(props) {
    super(props);
    this.list = createRef();
    this.state = { first: 0, last: 30, columns: 1, active: 0 };
    this.measure = this.measure.bind(this);
    this.soon = () => {
      this.frame ??= requestAnimationFrame(this.measure);
    };
  }

  componentDidMount() {
    window.addEventListener("scroll", this.soon, { passive: true });
    this.sizes = new ResizeObserver(this.soon);
    this.sizes.observe(this.list.current);
    this.sizes.observe(document.documentElement);
    this.measure();
  }

  componentWillUnmount() {
    window.removeEventListener("scroll", this.soon);
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
  }

  componentDidUpdate() {
    this.measure();
    if (this.focusing !== undefined) {
      this.list.current.querySelector(`[data-rove="${this.focusing}"]`)?.focus({ preventScroll: true });
      this.focusing = undefined;
    }
  }

  measure() {
    this.frame = undefined;
    const list = this.list.current;
    if (!list) {
      return;
    }
    const columns = this.props.width ? Math.max(1, Math.floor(list.clientWidth / (this.props.width * rem()))) : 1;
    const line = this.props.height * rem();
    const top = list.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor(-top / line) - BEYOND);
    const last = Math.max(first, Math.ceil((innerHeight - top) / line) + BEYOND);
    if (first !== this.state.first || last !== this.state.last || columns !== this.state.columns) {
      this.setState({ first, last, columns });
    }
    this.props.seen?.(first * columns, Math.min(this.props.total, last * columns));
  }

  press(event) {
    const step = this.step(event.key);
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || !event.target.dataset.rove) {
      return;
    }
    event.preventDefault();
    const active = Math.max(0, Math.min(this.props.total - 1, step));
    this.focusing = active;
    this.setState({ active });
    this.reveal(active);
  }

  step(key) {
    const { active, columns } = this.state;
    const steps = {
      ArrowRight: columns > 1 ? active + 1 : undefined,
      ArrowLeft: columns > 1 ? active - 1 : undefined,
      ArrowDown: active + columns,
      ArrowUp: active - columns,
      PageDown: active + PAGE * columns,
      PageUp: active - PAGE * columns,
      Home: 0,
      End: this.props.total - 1,
    };
    return steps[key];
  }

  /** Scrolls so far that the line is in sight, clear of what sticks to the edges. */
  reveal(index) {
    const line = this.props.height * rem();
    const top = this.list.current.getBoundingClientRect().top + Math.floor(index / this.state.columns) * line;
    const edge = 5 * rem();
    if (top < edge) {
      window.scrollBy(0, top - edge);
    } else if (top + line > innerHeight - edge) {
      window.scrollBy(0, top + line - innerHeight + edge);
    }
  }

  focused(event) {
    const index = Number(event.target.dataset.rove);
    if (event.target.dataset.rove && index !== this.state.active) {
      this.setState({ active: index });
    }
  }

  render({ total, height, width, item, seen, class: look, ...given }) {
    const { columns } = this.state;
    const active = Math.min(this.state.active, Math.max(0, total - 1));
    return h("div.window", {
      ...given,
      class: look,
      ref: this.list,
      style: { height: `${Math.ceil(total / columns) * height}rem` },
      onKeyDown: (event) => this.press(event),
      onFocusIn: (event) => this.focused(event),
    }, this.shown(total, columns, active).map((index) => h("div.slot", {
      key: index,
      role: given.role === "list" ? "listitem" : "presentation",
      "aria-setsize": given.role === "list" ? total : undefined,
      "aria-posinset": given.role === "list" ? index + 1 : undefined,
      style: {
        height: `${height}rem`,
        width: `${100 / columns}%`,
        transform: `translate(${(index % columns) * 100}%, ${Math.floor(index / columns) * height}rem)`,
      },
    }, item(index, { tabIndex: index === active ? 0 : -1, "data-rove": index }))));
  }

  /** What is in sight, and the line that the keyboard is on, wherever that is. */
  shown(total, columns, active) {
    const found = [];
    const end = Math.min(total, this.state.last * columns);
    for (let index = this.state.first * columns; index < end; index++) {
      found.push(index);
    }
    if (total > 0 && !found.includes(active)) {
      found.push(active);
    }
    return found;
  }
}

function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}
