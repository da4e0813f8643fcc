// Rows are millions of pixels tall and a page is not: the scroll area is capped. Wheel and keys still move
// exactly; only what is far (the thumb was dragged) is scaled, and both ends are exact for a good way.
const TALLEST = 8_000_000;
const EXACT = 200_000; // pixels at either end
const STEP = 4_000; // pixels: less than the thumb moves at once
const DRIFT = 50_000;

export class Scale {
  top = 0; // of what is seen, in pixels of all rows
  bar = 0; // where the scroll bar stands
  view = 0; // height of what is seen

  constructor(full) {
    this.full = full;
    this.tall = Math.min(full, TALLEST);
  }

  get last() {
    return Math.max(0, this.full - this.view);
  }

  get isScaled() {
    return this.full > this.tall;
  }

  // The scroll bar has been moved: by a step, or to somewhere else.
  moved(bar) {
    const step = bar - this.bar;
    const isAtEnd = bar <= 0 || bar >= this.tall - this.view;
    this.bar = bar;
    this.go(!this.isScaled || isAtEnd || Math.abs(step) > STEP ? this.#fromBar(bar) : this.top + step);
  }

  go(top) {
    this.top = Math.min(Math.max(0, top), this.last);
  }

  get strays() {
    return Math.abs(this.bar - this.toBar()) > DRIFT;
  }

  toBar() {
    if (!this.isScaled || this.top < EXACT) return this.top;
    if (this.last - this.top < EXACT) return this.tall - this.view - (this.last - this.top);
    return EXACT + (this.top - EXACT) / this.#factor;
  }

  #fromBar(bar) {
    const beyond = this.tall - this.view - bar;
    if (!this.isScaled || bar < EXACT) return bar;
    return beyond < EXACT ? this.last - beyond : EXACT + (bar - EXACT) * this.#factor;
  }

  get #factor() {
    return (this.last - 2 * EXACT) / (this.tall - this.view - 2 * EXACT);
  }
}
