// Cells come in blocks, 200 rows by 16 columns. Few are kept; what is no longer to be seen is not waited for.
const ROWS = 200;
const COLUMNS = 16;
const KEPT = 96; // blocks
const AHEAD = 40; // rows
const PAUSE = 40; // milliseconds: what is passed by quickly is not asked for

export class Blocks {
  #kept = new Map();
  #coming = new Map();
  #failed = new Set();
  #wanted = new Set();
  #timer = 0;

  constructor({ address, rows, columns, view, onCame, onFailed }) {
    Object.assign(this, { address, rows, columns, view, onCame, onFailed });
  }

  // Asks the program for cells of what is shown.
  ask(wish, signal) {
    return answer(this.address, this.view ? { ...wish, view: this.view } : wish, signal);
  }

  // Which row of the file it is, if that is known already.
  number(row, column) {
    return this.view ? this.#kept.get(key(row, column))?.numbers[row % ROWS] : row;
  }

  // Undefined until it is there; null where a cell is empty; text, in an array where it was cut.
  cell(row, column) {
    return this.#kept.get(key(row, column))?.rows[row % ROWS]?.[column % COLUMNS];
  }

  isUnread(row, column) {
    return this.#kept.get(key(row, column))?.unread.has((row % ROWS) * COLUMNS + (column % COLUMNS)) ?? false;
  }

  get isWaiting() {
    return this.#coming.size > 0 || this.#timer !== 0;
  }

  want(firstRow, lastRow, firstColumn, lastColumn) {
    this.#wanted = new Set();
    const end = Math.min(this.rows - 1, lastRow + AHEAD);
    for (let page = Math.floor(Math.max(0, firstRow - AHEAD) / ROWS); page <= Math.floor(end / ROWS); page++) {
      for (let part = Math.floor(firstColumn / COLUMNS); part <= Math.floor(lastColumn / COLUMNS); part++) {
        this.#wanted.add(`${page} ${part}`);
      }
    }
    for (const [name, controller] of this.#coming) if (!this.#wanted.has(name)) controller.abort();
    const isMissing = [...this.#wanted].some((name) => this.#isMissing(name));
    if (isMissing && !this.#timer) this.#timer = setTimeout(() => this.#load(), PAUSE);
  }

  retry() {
    this.#failed.clear();
    this.#load();
  }

  #isMissing(name) {
    return !this.#kept.has(name) && !this.#coming.has(name) && !this.#failed.has(name);
  }

  #load() {
    this.#timer = 0;
    for (const name of this.#wanted) {
      const block = this.#kept.get(name);
      if (block) {
        this.#kept.delete(name); // and behind all others again: it was used last
        this.#kept.set(name, block);
      } else if (this.#isMissing(name)) this.#fetch(name);
    }
  }

  async #fetch(name) {
    const controller = new AbortController();
    const [page, part] = name.split(" ").map(Number);
    this.#coming.set(name, controller);
    try {
      const last = Math.min(this.columns - 1, part * COLUMNS + COLUMNS - 1);
      const wish = { start: page * ROWS, count: ROWS, columns: `${part * COLUMNS}-${last}` };
      this.#keep(name, await this.ask(wish, controller.signal));
    } catch (error) {
      if (controller.signal.aborted) return;
      this.#failed.add(name);
      this.onFailed(error);
    } finally {
      this.#coming.delete(name);
      this.onCame();
    }
  }

  #keep(name, { rows, unread, numbers }) {
    const places = unread.map(([row, column]) => row * COLUMNS + column);
    this.#kept.set(name, { rows, numbers, unread: new Set(places) });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      if (!this.#wanted.has(oldest)) this.#kept.delete(oldest);
    }
  }
}

function key(row, column) {
  return `${Math.floor(row / ROWS)} ${Math.floor(column / COLUMNS)}`;
}

// The address says already which reading of the table is shown. What the program says, or an error in its words; one without words when it did not answer.
export async function answer(address, wish, signal) {
  const headers = { Accept: "application/json" };
  const response = await fetch(`${address}&${new URLSearchParams(wish)}`, { headers, signal }).catch((error) => {
    throw Object.assign(error, { message: "" });
  });
  const said = await response.json().catch(() => ({ error: { message: "", hint: "" } }));
  if (said.error) throw new Error(`${said.error.message} ${said.error.hint}`.trim());
  return said;
}
