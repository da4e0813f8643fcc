// Where each column begins and how wide it is, in pixels from the first one.
export class Columns {
  static narrowest = 48;
  static widest = 1200;
  version = 0; // what is drawn by an older one is drawn anew

  constructor(letters, rem) {
    this.widths = letters.map((count) => Math.round((count * 0.52 + 1.6) * rem));
    this.starts = new Float64Array(letters.length + 1);
    this.#add();
  }

  get count() {
    return this.widths.length;
  }

  get total() {
    return this.starts[this.count];
  }

  resize(column, width) {
    this.widths[column] = Math.round(Math.min(Math.max(width, Columns.narrowest), Columns.widest));
    this.#add();
  }

  // The column in which a place is; the nearest one where there is none.
  at(place) {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // The first column that is seen, and the one behind the last.
  seen(left, width) {
    return [this.at(left), Math.min(this.count, this.at(left + Math.max(0, width - 1)) + 1)];
  }

  #add() {
    this.version += 1;
    this.widths.forEach((width, column) => {
      this.starts[column + 1] = this.starts[column] + width;
    });
  }
}
