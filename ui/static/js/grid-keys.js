// What each key does in the grid; those that are pressed inside a heading belong to what is there.
import { Columns } from "./grid-columns.js";

const STEP = 16; // pixels of width for one press

export function press(event, grid) {
  if (event.target === grid) {
    if (event.altKey) return;
    const to = goal(event, grid);
    if (to) {
      grid.move(to[0], to[1], event.shiftKey);
      grid.scrollIntoView({ block: "nearest" }); // on a low screen it ends below what is seen
    } else if (!other(event, grid)) return;
  } else if (!inside(event, grid)) return;
  event.preventDefault();
}

function goal({ key, ctrlKey, metaKey }, grid) {
  const { row, column } = grid.here;
  const [lastRow, lastColumn] = [grid.rows - 1, grid.columns.count - 1];
  const page = Math.max(1, Math.floor(grid.scale.view / grid.rowHeight) - 1);
  const far = ctrlKey || metaKey;
  const goals = {
    ArrowDown: [far ? lastRow : row + 1, column],
    ArrowUp: [far ? 0 : row - 1, column],
    ArrowRight: [row, far ? lastColumn : column + 1],
    ArrowLeft: [row, far ? 0 : column - 1],
    PageDown: [row + page, column],
    PageUp: [Math.max(Math.min(row, 0), row - page), column],
    Home: [far ? 0 : row, 0],
    End: [far ? lastRow : row, lastColumn],
  };
  return goals[turned(key, grid)];
}

function turned(key, grid) {
  const other = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key];
  return other && grid.isTurned ? other : key;
}

function other({ key, ctrlKey, metaKey, shiftKey }, grid) {
  const { row, column } = grid.here;
  const [lastRow, lastColumn] = [grid.rows - 1, grid.columns.count - 1];
  if ((ctrlKey || metaKey) && key.toLowerCase() === "a") grid.select({ row: 0, column: 0 }, { row: lastRow, column: lastColumn });
  else if (key === " " && ctrlKey) grid.select({ row: 0, column }, { row: lastRow, column });
  else if (key === " " && shiftKey && row >= 0) grid.select({ row, column: 0 }, { row, column: lastColumn });
  else if (key === "Escape" && grid.anchor) grid.move(row, column);
  else if (key === "Enter" && row === -1) grid.heads.enter(column);
  else if (key === "F2") grid.heads.change(column);
  else if (key === "Delete" && row === -1) grid.heads.drop(column);
  else return false;
  return true;
}

function inside(event, grid) {
  if (event.key === "Escape" && !event.target.closest("[open], :popover-open")) {
    grid.heads.leave();
    grid.focus({ preventScroll: true });
    return true;
  }
  if (!event.target.matches("[role=separator]")) return false;
  const column = Number(event.target.closest("[data-column]").dataset.column);
  const width = grid.columns.widths[column];
  const widths = {
    ArrowRight: width + STEP,
    ArrowLeft: width - STEP,
    Home: Columns.narrowest,
    Enter: width,
  };
  const wanted = widths[turned(event.key, grid)];
  if (wanted === undefined) return false;
  grid.resize(column, wanted);
  if (event.key === "Enter") grid.focus({ preventScroll: true });
  return true;
}
