// Finds a column by a part of its name, and the next one with each press of Enter; goes to a row by its number.
import { answer } from "./grid-blocks.js";
import { grouped } from "./grid-words.js";

export function find(grid) {
  const form = document.querySelector("[data-grid-find]");
  const box = form.elements.find;
  let found = { wanted: null, columns: [], names: [], place: -1 };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wanted = box.value.trim();
    try {
      if (wanted !== found.wanted) found = { wanted, place: -1, ...(await answer(form.dataset.gridFind, { find: wanted })) };
    } catch (error) {
      return grid.said.fail(error);
    }
    if (!found.columns.length) return grid.said.say(wanted ? grid.dataset.foundNone : "");
    found.place = (found.place + 1) % found.columns.length;
    grid.move(grid.here.row, found.columns[found.place]);
    const said = { place: grouped(found.place + 1), count: grouped(found.count), name: found.names[found.place] };
    grid.said.say(grid.dataset.found, said);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") grid.focus();
  });
  document.querySelector("[data-grid-row]").addEventListener("submit", (event) => {
    event.preventDefault();
    if (grid.blocks.view) grid.views.reset(); // numbers are those of the file
    grid.move(Number(event.target.elements.row.value) - 1, grid.here.column);
    grid.focus();
  });
  document.addEventListener("keydown", (event) => {
    const isFind = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "f";
    if (!isFind || event.target === box) return; // a second time, it is the search of the browser
    event.preventDefault();
    box.focus();
    box.select();
  });
}
