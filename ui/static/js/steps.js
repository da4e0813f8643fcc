// Ctrl+Z and Ctrl+Y go back and forth among the steps on a table; after each, the page stays where it was.
const PLACE = `place ${location.pathname}`;
const FOLD = "details[data-keep-open]"; // who goes through a list is about to take the next of it
const WAITS = "#progress[hx-get]"; // the file is being read: another page follows

document.addEventListener("keydown", (event) => {
  const way = wayOf(event);
  const form = way && document.querySelector(`form[data-step=${way}], [data-step=${way}] form`);
  if (!form || event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
  event.preventDefault();
  form.requestSubmit();
});

function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (altKey || !(ctrlKey || metaKey)) return "";
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : "";
}

document.addEventListener("submit", ({ target }) => {
  const grid = document.querySelector("data-grid");
  if (target.method !== "post" || document.querySelector(WAITS)) return;
  const cell = grid?.here && { row: grid.here.row, column: grid.here.column };
  const isOpen = document.querySelector(FOLD)?.open;
  const place = { top: topOf(grid), cell, isOpen, isInGrid: grid?.contains(document.activeElement) ?? false };
  sessionStorage.setItem(PLACE, JSON.stringify(place));
});

// Where the rows stand on the screen: what stands above them grows and shrinks.
function topOf(grid) {
  return (grid ?? document.querySelector("main")).getBoundingClientRect().top;
}

async function goBack() {
  const place = JSON.parse(sessionStorage.getItem(PLACE));
  if (!place) return;
  const grid = document.querySelector("data-grid");
  document.querySelector(FOLD)?.toggleAttribute("open", place.isOpen);
  if (grid) await customElements.whenDefined("data-grid");
  if (!document.querySelector(WAITS)) sessionStorage.removeItem(PLACE);
  if (grid && place.cell) grid.move(place.cell.row, place.cell.column);
  if (grid && place.isInGrid) grid.focus({ preventScroll: true });
  scrollBy({ top: topOf(grid) - place.top, behavior: "instant" });
}

goBack();
