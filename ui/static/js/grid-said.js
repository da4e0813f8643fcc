// What the grid says below itself: what was done, and what went wrong, with a way to try again.
export class Said {
  #line = document.querySelector("[data-grid-said]");
  #failure = document.querySelector("[data-grid-failed]");

  constructor(unreachable, retry) {
    this.unreachable = unreachable;
    this.#failure.querySelector("button").addEventListener("click", () => {
      this.#failure.hidden = true;
      retry();
    });
  }

  say(sentence, values = {}) {
    this.#line.textContent = sentence.replace(/{(\w+)}/g, (_whole, name) => values[name]);
  }

  fail(error) {
    this.#line.textContent = "";
    this.#failure.querySelector("span").textContent = error.message || this.unreachable;
    this.#failure.hidden = false;
  }
}
