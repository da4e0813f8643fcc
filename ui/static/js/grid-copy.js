// Ctrl+C: the selected cells as lines of text between tabs, which spreadsheets take. Cells that were never seen
// are asked for; text that a spreadsheet would take for a formula gets a mark, as in the files that are saved.
import { grouped } from "./grid-words.js";

const LIMIT = 200_000; // cells
const AT_ONCE = 20_000;
const WHOLE = 1_000;
const WIDE = 400; // columns
const FORMULA = /^'*[=+\-@\t\r\0＝＋－＠]/;
const HARMLESS = /^(?:[+-]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:e[+-]?[0-9]{1,3})?|[+-]+)$/i;

let ready = null; // text that was asked for when the browser would not take it any more

export async function copy(event, grid) {
  if (event.target !== grid) return; // text in a field of a heading
  event.preventDefault();
  const { top, bottom, first, last } = grid.selection;
  const part = { top, bottom, first, last, name: `${top} ${bottom} ${first} ${last} ${grid.blocks.view}` };
  if (!grid.rows || (grid.here.row < 0 && !grid.anchor)) return;
  if ((bottom - top + 1) * (last - first + 1) > LIMIT) return grid.said.say(grid.dataset.tooMany, { limit: grouped(LIMIT) });
  const rows = ready?.name === part.name ? ready.rows : seen(grid, part);
  ready = null;
  if (rows) return event.clipboardData.setData("text/plain", written(grid, part, rows));
  grid.said.say(grid.dataset.wait);
  try {
    await later(grid, part, await asked(grid, part));
  } catch (error) {
    grid.said.fail(error);
  }
}

// The cells, where all of them are there and none is cut.
function seen(grid, { top, bottom, first, last }) {
  const rows = [];
  for (let row = top; row <= bottom; row++) {
    const cells = [];
    for (let column = first; column <= last; column++) {
      const cell = grid.blocks.cell(row, column);
      if (cell === undefined || Array.isArray(cell)) return null;
      cells.push(cell);
    }
    rows.push(cells);
  }
  return rows;
}

async function asked(grid, { top, bottom, first, last }) {
  const rows = Array.from({ length: bottom - top + 1 }, () => []);
  for (let column = first; column <= last; column += WIDE) {
    const end = Math.min(last, column + WIDE - 1);
    const step = Math.floor(AT_ONCE / (end - column + 1));
    for (let row = top; row <= bottom; row += step) {
      const wish = { start: row, count: Math.min(step, bottom - row + 1), columns: `${column}-${end}` };
      const { rows: found } = await grid.blocks.ask(wish);
      const isCut = found.flat().some((cell) => Array.isArray(cell));
      (isCut ? await whole(grid, wish, found) : found).forEach((cells, place) => rows[row - top + place].push(...cells));
    }
  }
  return rows;
}

// The same cells, as long as they are: asked for again, a few at once, where one of them is cut.
async function whole(grid, { start, columns }, found) {
  const step = Math.max(1, Math.floor(WHOLE / (found[0].length || 1)));
  const rows = [];
  for (let place = 0; place < found.length; place += step) {
    const part = found.slice(place, place + step);
    const wish = { start: start + place, count: part.length, columns, whole: "" };
    const isCut = part.flat().some((cell) => Array.isArray(cell));
    rows.push(...(isCut ? (await grid.blocks.ask(wish)).rows : part));
  }
  return rows;
}

async function later(grid, part, rows) {
  try {
    await navigator.clipboard.writeText(lines(rows).text);
    written(grid, part, rows);
  } catch {
    ready = { ...part, rows };
    grid.said.say(grid.dataset.again);
  }
}

function written(grid, { top, bottom, first, last }, rows) {
  const { text, isMarked } = lines(rows);
  const said = isMarked ? grid.dataset.copiedMarked : grid.dataset.copied;
  grid.said.say(said, { rows: grouped(bottom - top + 1), columns: grouped(last - first + 1) });
  return text;
}

export function lines(rows) {
  let isMarked = false;
  const text = rows.map((cells) => cells.map((cell) => {
    const value = (Array.isArray(cell) ? cell[0] : cell) ?? "";
    const isFormula = FORMULA.test(value) && !HARMLESS.test(value);
    isMarked ||= isFormula;
    return quoted(isFormula ? `'${value}` : value);
  }).join("\t")).join("\n");
  return { text, isMarked };
}

// What would end a cell or a line stands in quotes, as spreadsheets write it themselves.
function quoted(text) {
  return /[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
