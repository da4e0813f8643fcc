// What stands over the columns: made by the program, 16 at a time, and put over each column while it is seen.
const COLUMNS = 16;
const KEPT = 64; // parts
const CONTROLS = "a, button, input, select, summary, [role=separator], [role=slider]";

export class Heads {
  #parts = new Map(); // numbers of parts, each with its cards; null while they are on their way
  #shown = new Map();

  constructor({ address, columns, place, waiting, onCame, onFailed }) {
    Object.assign(this, { address, columns, place, waiting, onCame, onFailed });
  }

  // Enter on a heading: its own controls can be reached with Tab until Escape.
  enter(column) {
    const controls = controlsOf(this.#shown.get(column));
    for (const control of controls) control.tabIndex = 0;
    controls[0]?.focus({ preventScroll: true });
  }

  // F2: a column is renamed, or changed in other ways.
  change(column) {
    const form = this.#shown.get(column)?.querySelector("[popover]");
    form?.showPopover();
    form?.querySelector("input[name=value]").select();
  }

  // Delete: a column is left out.
  drop(column) {
    const button = this.#shown.get(column)?.querySelector("[data-leave] button");
    button?.form.requestSubmit(button);
  }

  leave() {
    for (const control of this.place.querySelectorAll("[tabindex='0']")) control.tabIndex = -1;
  }

  show(first, end) {
    for (let part = Math.floor(first / COLUMNS); part * COLUMNS < end; part++) if (!this.#parts.has(part)) this.#ask(part);
    for (const [column, card] of this.#shown) {
      const isSeen = column >= first && column < end;
      if ((isSeen && card === this.#card(column)) || card.contains(document.activeElement)) continue;
      card.remove();
      this.#shown.delete(column);
    }
    for (let column = end - 1; column >= first; column--) {
      if (this.#shown.has(column)) continue;
      const card = this.#card(column) ?? this.waiting();
      card.setAttribute("aria-colindex", column + 2);
      card.dataset.column = column;
      this.place.insertBefore(card, this.#next(column));
      this.#shown.set(column, card);
    }
    return this.#shown;
  }

  retry() {
    for (const [part, cards] of this.#parts) if (cards === undefined) this.#parts.delete(part);
  }

  #card(column) {
    return this.#parts.get(Math.floor(column / COLUMNS))?.[column % COLUMNS];
  }

  // In the order of the columns, for who reads them one after the other.
  #next(column) {
    return [...this.place.children].find((card) => Number(card.dataset.column) > column) ?? null;
  }

  async #ask(part) {
    this.#parts.set(part, null);
    try {
      const last = Math.min(this.columns - 1, part * COLUMNS + COLUMNS - 1);
      const response = await fetch(`${this.address}&columns=${part * COLUMNS}-${last}`);
      if (!response.ok) throw new Error("");
      this.#parts.set(part, cards(await response.text()));
      for (const oldest of this.#parts.keys()) if (this.#parts.size > KEPT) this.#parts.delete(oldest);
    } catch {
      this.#parts.set(part, undefined);
      this.onFailed(new Error(""));
    }
    this.onCame();
  }
}

// Parsed apart from the page: nothing in it runs or loads, as with every fragment of ours.
function cards(text) {
  const found = [...new DOMParser().parseFromString(text, "text/html").body.children];
  for (const card of found) {
    card.remove();
    for (const inside of controlsOf(card)) inside.tabIndex = -1;
    window.htmx?.process(card);
  }
  return found;
}

// Not those of the form that opens over the page: there the keys lead as in every form.
function controlsOf(card) {
  return [...(card?.querySelectorAll(CONTROLS) ?? [])].filter((control) => !control.closest("[popover]"));
}
