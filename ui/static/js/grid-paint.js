// Draws the rows and columns that are seen, with as few elements as fit, which are used again.
import { paintHeads } from "./grid-heading.js";
import { grouped, kind, wording } from "./grid-words.js";

const LONG = 18; // letters: longer text is also in the title, for it may be cut

export class Painter {
  #lines = []; // from the first row that is seen on
  #version = 0;

  constructor(grid) {
    const { amounts, empty, unread } = grid.dataset; // which are long, and asked for with every cell
    Object.assign(this, { grid, amounts, empty, unread });
    this.space = grid.querySelector(".grid-space");
    this.window = grid.querySelector(".grid-window");
    this.top = grid.querySelector(".grid-top");
    this.body = grid.querySelector(".grid-body");
    this.headCells = this.top.querySelector(".grid-cells");
    for (const part of grid.querySelectorAll("template")) this[`${part.dataset.part}Part`] = part.content.firstElementChild;
  }

  get forHeads() {
    return { place: this.headCells, waiting: () => this.headPart.cloneNode(true) };
  }

  // Height that is left for rows.
  get room() {
    return Math.max(0, this.grid.clientHeight - this.top.offsetHeight);
  }

  forget() {
    this.#version += 1;
  }

  fit() {
    const { grid } = this;
    this.space.style.inlineSize = `${grid.gutter + grid.columns.total}px`;
    this.space.style.blockSize = `${this.top.offsetHeight + grid.scale.tall}px`;
    this.window.style.inlineSize = `${grid.clientWidth}px`;
    this.window.style.blockSize = `${grid.clientHeight}px`;
    this.#aside(this.top);
    const needed = Math.min(grid.rows, Math.ceil(this.room / grid.rowHeight) + 1);
    while (this.#lines.length < needed) this.#lines.push(this.#line());
    for (const line of this.#lines.splice(needed)) line.remove();
  }

  paint() {
    const { grid } = this;
    const { scale, rowHeight, columns } = grid;
    this.selection = grid.selection;
    const first = Math.max(0, Math.min(Math.floor(scale.top / rowHeight), grid.rows - this.#lines.length));
    const [from, to] = columns.seen(grid.left, grid.clientWidth - grid.gutter);
    grid.blocks.want(first, first + this.#lines.length - 1, from, to - 1);
    const aside = `translateX(${(grid.isTurned ? -1 : 1) * (columns.starts[from] - grid.left)}px)`;
    this.#turn(first);
    this.#lines.forEach((line, place) => {
      line.style.transform = `translateY(${(first + place) * rowHeight - scale.top}px)`;
      line.lastElementChild.style.transform = aside;
      this.#fill(line, first + place, from, to);
    });
    this.headCells.style.transform = aside;
    paintHeads(grid, from, to);
    grid.setAttribute("aria-busy", grid.blocks.isWaiting);
    this.#name();
  }

  // Lines stay in the order of the rows, in the page too: those that went out above come in below.
  #turn(first) {
    const shown = this.#lines[0]?.row ?? first;
    const steps = first - shown;
    if (!steps || Math.abs(steps) >= this.#lines.length) return;
    for (let step = 0; step < Math.abs(steps); step++) {
      if (steps > 0) {
        this.#lines.push(this.#lines.shift());
        this.body.append(this.#lines.at(-1));
      } else {
        this.#lines.unshift(this.#lines.pop());
        this.body.prepend(this.#lines[0]);
      }
    }
  }

  #line() {
    const line = this.linePart.cloneNode(true);
    line.style.blockSize = `${this.grid.rowHeight}px`;
    this.#aside(line);
    this.body.append(line);
    return line;
  }

  // The cells of a line begin beside its number.
  #aside(line) {
    line.firstElementChild.style.inlineSize = `${this.grid.gutter}px`;
    line.lastElementChild.style.insetInlineStart = `${this.grid.gutter}px`;
  }

  #fill(line, row, from, to) {
    const drawn = `${row} ${from} ${to} ${this.#version}`;
    if (line.drawn === drawn) return;
    Object.assign(line, { drawn, row });
    line.setAttribute("aria-rowindex", row + 2);
    line.toggleAttribute("data-odd", row % 2 === 1);
    const [number, cells] = line.children;
    const counted = grid.blocks.number(row, from);
    number.textContent = counted === undefined ? "…" : grouped(counted + 1);
    while (cells.childElementCount < to - from) cells.append(this.cellPart.cloneNode(true));
    while (cells.childElementCount > to - from) cells.lastElementChild.remove();
    let column = from;
    for (const cell of cells.children) this.#show(cell, row, column++, from);
  }

  #show(cell, row, column, from) {
    const { grid } = this;
    const place = `${column} ${from} ${grid.columns.version}`;
    if (cell.place !== place) {
      cell.place = place;
      cell.style.insetInlineStart = `${grid.columns.starts[column] - grid.columns.starts[from]}px`;
      cell.style.inlineSize = `${grid.columns.widths[column]}px`;
      cell.setAttribute("aria-colindex", column + 2);
      cell.toggleAttribute("data-amount", this.amounts[column] === "1");
    }
    const value = grid.blocks.cell(row, column);
    const text = wording(value, this.empty);
    const isUnread = grid.blocks.isUnread(row, column);
    if (cell.textContent !== text) cell.textContent = text;
    cell.dataset.holds = isUnread ? "unread" : kind(value);
    cell.title = isUnread ? this.unread : text.length > LONG ? text : "";
    const { top, bottom, first, last } = this.selection;
    cell.setAttribute("aria-selected", row >= top && row <= bottom && column >= first && column <= last);
    cell.toggleAttribute("data-here", row === grid.here.row && column === grid.here.column);
  }

  // Where the keys are, for those who do not see it.
  #name() {
    const { grid } = this;
    this.named?.removeAttribute("id");
    this.named = grid.querySelector("[data-here]");
    if (this.named) this.named.id = `${grid.id}-here`;
    if (this.named) grid.setAttribute("aria-activedescendant", this.named.id);
    else grid.removeAttribute("aria-activedescendant");
  }
}
