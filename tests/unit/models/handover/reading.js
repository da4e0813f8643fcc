// Answers rows with a packed model, as the page does: node reading.js model.js < {"model", "rows"}.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { answersOf, rangeOf, unpacked } = await import(pathToFileURL(process.argv[2]).href);
const { model: packed, rows } = JSON.parse(readFileSync(0, "utf8"));
const model = unpacked(packed);
const answers = rows.map((row) => {
  const found = answersOf(model, row);
  return model.classes.length ? found : [found[0], ...rangeOf(model, found[0])];
});
console.log(JSON.stringify(answers));
