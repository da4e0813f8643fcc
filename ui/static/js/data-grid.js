// <data-grid>: millions of rows and thousands of columns, of which only what is seen is drawn. Row -1 is that
// of the headings; `here` is the cell that the keys move, and what lies between it and `anchor` is selected.
import { Blocks } from "./grid-blocks.js";
import { Columns } from "./grid-columns.js";
import { copy } from "./grid-copy.js";
import { find } from "./grid-find.js";
import { Heads } from "./grid-heads.js";
import { press } from "./grid-keys.js";
import { Painter } from "./grid-paint.js";
import { point } from "./grid-pointer.js";
import { Said } from "./grid-said.js";
import { Scale } from "./grid-scale.js";
import { Views } from "./grid-views.js";
import { grouped } from "./grid-words.js";

const IDLE = 150; // milliseconds after which the scroll bar is put where it belongs

class DataGrid extends HTMLElement {
  here = { row: 0, column: 0 };
  anchor = null;
  #frame = 0;
  #idle = 0;

  connectedCallback() {
    if (this.blocks) return;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const { rows, letters, cells, heads } = this.dataset;
    const told = { onCame: () => this.draw(true), onFailed: (error) => this.said.fail(error) };
    this.said = new Said(this.dataset.unreachable, () => this.retry());
    this.rows = Number(rows);
    this.rowHeight = Math.round(1.875 * rem);
    this.gutter = Math.round((0.6 * grouped(this.rows).length + 1.5) * rem);
    this.columns = new Columns(letters.split(" ").map(Number), rem);
    this.scale = new Scale(this.rows * this.rowHeight);
    this.painter = new Painter(this);
    this.blocks = new Blocks({ ...told, address: cells, rows: this.rows, columns: this.columns.count });
    this.views = new Views(this);
    this.heads = new Heads({ ...told, address: heads, columns: this.columns.count, ...this.painter.forHeads });
    this.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.addEventListener("keydown", (event) => press(event, this));
    this.addEventListener("copy", (event) => copy(event, this));
    this.addEventListener("focusout", (event) => !this.contains(event.relatedTarget) && this.heads.leave());
    point(this);
    find(this);
    new ResizeObserver(() => this.fit()).observe(this);
    this.fit();
    this.move(Number(this.dataset.row), Number(this.dataset.column));
  }

  get isTurned() {
    return getComputedStyle(this).direction === "rtl";
  }

  get left() {
    return Math.abs(this.scrollLeft);
  }

  // Shows the rows of a view, from the first one on; those of the file where there is none.
  show(view, rows) {
    this.rows = rows;
    this.setAttribute("aria-rowcount", rows + 1);
    this.blocks = new Blocks({ ...this.blocks, rows, view });
    this.scale = new Scale(rows * this.rowHeight);
    this.fit();
    this.move(0, this.here.column);
  }

  retry() {
    this.heads.retry();
    this.blocks.retry();
    this.draw(true);
    this.focus();
  }

  // Everything that depends on how large the grid and its columns are.
  fit() {
    this.painter.fit();
    this.scale.view = this.painter.room;
    this.scale.go(this.scale.top);
    this.draw(true);
  }

  draw(anew = false) {
    if (anew) this.painter.forget();
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.painter.paint();
    });
  }

  // Goes to a cell; what lies between it and where the selection began stays selected if it is to be extended.
  move(row, column, extend = false) {
    this.anchor = extend ? (this.anchor ?? this.here) : null;
    this.here = {
      row: Math.min(Math.max(row, extend ? 0 : -1), this.rows - 1),
      column: Math.min(Math.max(column, 0), this.columns.count - 1),
    };
    this.#reveal();
    this.draw(true);
  }

  select(from, to) {
    this.anchor = from;
    this.here = to;
    this.draw(true);
  }

  get selection() {
    const other = this.anchor ?? this.here;
    return {
      top: Math.max(0, Math.min(other.row, this.here.row)),
      bottom: Math.max(other.row, this.here.row),
      first: Math.min(other.column, this.here.column),
      last: Math.max(other.column, this.here.column),
    };
  }

  resize(column, width) {
    this.columns.resize(column, width);
    this.fit();
  }

  #reveal() {
    const { row, column } = this.here;
    const { scale, columns } = this;
    const above = row * this.rowHeight;
    if (row >= 0 && above < scale.top) scale.go(above);
    if (row >= 0 && above + this.rowHeight > scale.top + scale.view) scale.go(above + this.rowHeight - scale.view);
    const width = this.clientWidth - this.gutter;
    const [start, end] = [columns.starts[column], columns.starts[column + 1]];
    const left = start < this.left || end - start > width ? start : Math.max(this.left, end - width);
    if (left !== this.left) this.scrollLeft = this.isTurned ? -left : left;
    this.#settle();
  }

  #scrolled() {
    this.scale.moved(this.scrollTop);
    if (this.scale.strays) this.#settle();
    clearTimeout(this.#idle);
    if (this.scale.isScaled) this.#idle = setTimeout(() => this.#settle(), IDLE);
    this.draw();
  }

  #settle() {
    if (Math.abs(this.scrollTop - this.scale.toBar()) >= 1) this.scrollTop = this.scale.toBar();
    this.scale.bar = this.scrollTop; // as the browser rounds it, so that it counts as no step
  }
}

customElements.define("data-grid", DataGrid);
