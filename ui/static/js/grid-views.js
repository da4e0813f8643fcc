// Sorting, and looking at some rows only: the program finds their numbers, then the grid shows those rows.
const PATIENCE = [100, 150, 250, 400]; // milliseconds between two looks; the last one is kept to
const NO_ROWS = { only: undefined, bar: undefined, finding: undefined, spot: undefined }; // nothing said of which rows

export class Views {
  #wish = {};
  #asked = 0;

  constructor(grid) {
    this.grid = grid;
    this.line = document.querySelector("[data-grid-view]");
    this.form = this.line.querySelector("[data-grid-rows]");
    this.line.querySelector("[data-grid-all]").addEventListener("click", () => this.reset());
    if (grid.dataset.onlyEmpty) this.#ask({ only: Number(grid.dataset.onlyEmpty) });
    if (grid.dataset.onlyFinding) this.#ask({ finding: grid.dataset.onlyFinding });
    if (grid.dataset.onlySpot) this.#ask({ spot: grid.dataset.onlySpot });
    grid.addEventListener("click", (event) => this.#click(event));
    grid.addEventListener("keydown", (event) => this.#press(event));
    grid.addEventListener("focusin", ({ target }) => target.matches("[data-only-bar]") && choose(target, chosen(target)));
  }

  // How a column is sorted, for its heading.
  order(column) {
    if (this.#wish.sort !== column) return null;
    return this.#wish.descending ? "descending" : "ascending";
  }

  // Which bar of a column is the one whose rows are shown.
  bar(column) {
    return this.#wish.only === column ? this.#wish.bar : undefined;
  }

  reset() {
    this.#asked += 1;
    this.#wish = {};
    this.line.hidden = true;
    this.grid.said.say("");
    this.grid.show(null, Number(this.grid.dataset.rows));
  }

  #click({ target, clientX }) {
    const column = Number(target.closest("[data-column]")?.dataset.column);
    const bars = target.closest("[data-only-bar]");
    if (target.closest("[data-sort]")) this.#sort(column);
    else if (target.closest("[data-only-empty]")) this.#ask({ ...NO_ROWS, only: column });
    else if (bars) this.#ask({ ...NO_ROWS, only: column, bar: barAt(bars, clientX) });
  }

  #press(event) {
    const bars = event.target.closest("[data-only-bar]");
    if (!bars) return;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 1, ArrowDown: -1, Home: -Infinity, End: Infinity };
    const count = Number(bars.getAttribute("aria-valuemax"));
    if (event.key in steps) choose(bars, Math.min(Math.max(0, chosen(bars) + steps[event.key]), count - 1));
    else if (event.key === "Enter") this.#ask({ ...NO_ROWS, only: Number(bars.closest("[data-column]").dataset.column), bar: chosen(bars) });
    else return;
    event.preventDefault();
  }

  // Forwards, backwards, and as it was.
  #sort(column) {
    const isBack = this.#wish.sort === column && this.#wish.descending;
    this.#ask({ sort: isBack ? undefined : column, descending: this.#wish.sort === column && !isBack ? "1" : undefined });
  }

  async #ask(change) {
    this.#wish = Object.fromEntries(Object.entries({ ...this.#wish, ...change }).filter(([, value]) => value !== undefined));
    if (!Object.keys(this.#wish).length) return this.reset();
    const number = ++this.#asked;
    const { grid } = this;
    grid.said.say(grid.dataset.arranging);
    try {
      const body = new URLSearchParams({ ...this.#wish, shown: grid.dataset.shown });
      const { view } = await this.#send(grid.dataset.views, { method: "POST", body });
      const found = await this.#wait(view, number);
      if (!found) return; // something else was asked meanwhile
      this.line.firstElementChild.textContent = found.words;
      this.#offer(found.rule);
      this.line.hidden = false;
      grid.said.say("");
      document.querySelector("[data-announcer]").textContent = found.words; // a line that comes into sight is not read
      grid.show(view, found.rows);
    } catch (error) {
      if (number !== this.#asked) return;
      grid.said.say(error.message || grid.dataset.notArranged);
    }
  }

  // The rows that are shown can be left out, or all others; of a table that is only sorted, none.
  #offer(rule) {
    this.form.hidden = !rule;
    for (const [name, value] of Object.entries(rule ?? {})) this.form.elements[name].value = value;
  }

  async #wait(view, number) {
    for (let look = 0; number === this.#asked; look++) {
      const found = await this.#send(`${this.grid.dataset.views}/${view}`);
      if (number !== this.#asked) break;
      if (found.rows !== null) return found;
      if (found.is_over) throw new Error("");
      await new Promise((wake) => setTimeout(wake, PATIENCE[Math.min(look, PATIENCE.length - 1)]));
    }
    return null;
  }

  async #send(address, options = {}) {
    const headers = { Accept: "application/json", ...JSON.parse(document.body.getAttribute("hx-headers")) };
    const response = await fetch(address, { headers, ...options }).catch(() => null);
    const said = await response?.json().catch(() => null);
    if (!said || said.error) throw new Error(said ? `${said.error.message} ${said.error.hint}` : "");
    return said;
  }
}

function barAt(bars, across) {
  const box = bars.getBoundingClientRect();
  const count = Number(bars.getAttribute("aria-valuemax"));
  const place = Math.floor(((across - box.left) / box.width) * Math.max(count, 5)); // as wide as they are drawn
  return Math.min(Math.max(0, place), count - 1);
}

function chosen(bars) {
  return Number(bars.getAttribute("aria-valuenow")) - 1;
}

export function choose(bars, place) {
  const rects = [...bars.querySelectorAll("rect")];
  rects.forEach((rect, at) => rect.toggleAttribute("data-chosen", at === place));
  bars.setAttribute("aria-valuenow", place + 1);
  bars.setAttribute("aria-valuetext", rects[place].textContent);
}
