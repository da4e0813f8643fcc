// The mouse: a press goes to a cell, a drag selects, the edge of a heading is dragged to make a column wider.
const FITS = 700; // pixels: a column is made no wider for what it holds

export function point(grid) {
  let drag = null;
  grid.addEventListener("pointerdown", (event) => {
    const edge = event.target.closest("[role=separator]");
    const isOnBar = event.target === grid;
    if (event.button !== 0 || isOnBar || (!edge && event.target.closest("a, button, input, select, form, [popover], [role=slider]"))) return;
    if (edge) drag = widening(event, grid, edge);
    else if (event.pointerType !== "touch") drag = selecting(event, grid);
    if (!drag) return;
    event.preventDefault(); // no text of the page is selected meanwhile
    grid.setPointerCapture(event.pointerId);
    if (!edge) grid.focus({ preventScroll: true });
  });
  grid.addEventListener("pointermove", (event) => drag?.(event));
  for (const end of ["pointerup", "pointercancel"]) grid.addEventListener(end, () => (drag = null));
  grid.addEventListener("click", (event) => {
    if (event.pointerType === "touch" && event.target.closest(".grid-cell")) go(event, grid);
  });
  grid.addEventListener("dblclick", (event) => {
    const card = event.target.closest("[role=separator]")?.closest("[data-column]");
    if (card) grid.resize(Number(card.dataset.column), widest(grid, card));
  });
}

function widening(event, grid, edge) {
  const column = Number(edge.closest("[data-column]").dataset.column);
  const [from, width] = [event.clientX, grid.columns.widths[column]];
  const sign = grid.isTurned ? -1 : 1;
  return (moved) => grid.resize(column, width + sign * (moved.clientX - from));
}

function selecting(event, grid) {
  const { row, column, isNumber, isHead } = place(event, grid);
  const last = { row: grid.rows - 1, column: grid.columns.count - 1 };
  if (isHead && isNumber) return grid.select({ row: 0, column: 0 }, last), () => {};
  if (isHead) return grid.move(-1, column), () => {};
  if (isNumber) {
    grid.select({ row, column: 0 }, { row, column: last.column });
    return (moved) => grid.select({ row, column: 0 }, { row: place(moved, grid).row, column: last.column });
  }
  grid.move(row, column, event.shiftKey);
  return (moved) => {
    const to = place(moved, grid);
    if (to.row !== grid.here.row || to.column !== grid.here.column) grid.move(to.row, to.column, true);
  };
}

function go(event, grid) {
  const { row, column } = place(event, grid);
  grid.move(row, column, event.shiftKey);
}

// The cell at a point of the screen; beyond the edges the next one that is not seen yet, so that a drag scrolls.
function place({ clientX, clientY }, grid) {
  const box = grid.getBoundingClientRect();
  const down = clientY - box.top - grid.clientTop - (grid.clientHeight - grid.scale.view);
  const across = (grid.isTurned ? box.right - clientX : clientX - box.left) - grid.clientLeft - grid.gutter;
  return {
    row: Math.max(0, Math.min(grid.rows - 1, Math.floor((grid.scale.top + down) / grid.rowHeight))),
    column: grid.columns.at(Math.max(0, grid.left + across)),
    isHead: down < 0,
    isNumber: across < 0,
  };
}

// Wide enough for the heading and for every cell of the column that is seen.
function widest(grid, card) {
  const cells = grid.querySelectorAll(`.grid-cell[aria-colindex="${card.getAttribute("aria-colindex")}"]`);
  const parts = [...cells, ...card.querySelectorAll(".cut")];
  const widths = parts.map((part) => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return range.getBoundingClientRect().width;
  });
  return Math.min(FITS, Math.max(...widths) + 26);
}
