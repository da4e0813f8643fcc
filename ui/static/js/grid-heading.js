// Keeps the headings that are seen in their places, and shows which one is chosen, sorted or looked through.
import { choose } from "./grid-views.js";

export function paintHeads(grid, from, to) {
  const { columns, here, views } = grid;
  for (const [column, card] of grid.heads.show(from, to)) {
    card.style.insetInlineStart = `${columns.starts[column] - columns.starts[from]}px`;
    card.style.inlineSize = `${columns.widths[column]}px`;
    card.toggleAttribute("data-here", here.row === -1 && here.column === column);
    card.querySelector("[role=separator]")?.setAttribute("aria-valuenow", columns.widths[column]);
    const order = views.order(column);
    if (order) card.setAttribute("aria-sort", order);
    else card.removeAttribute("aria-sort");
    markBar(card.querySelector("[data-only-bar]"), views.bar(column));
  }
}

function markBar(bars, place) {
  if (!bars || (place === undefined && !bars.hasAttribute("data-chosen"))) return;
  bars.toggleAttribute("data-chosen", place !== undefined);
  if (place !== undefined) choose(bars, place);
}
