import { NEVER_SEEN, answersOf, rangeOf, unpacked } from "./model.js";

const about = dataOf("about"), model = unpacked(dataOf("answers"));
const form = document.getElementById("form");
const fields = about.fields.map((field, place) => ({ ...field, input: document.getElementById(`field${place}`) }));
const DAY_LENGTH = 86_400_000;
const TAKEN = "\ufffd"; // begins what stands for a value that was taken out of the model (`models.impersonal`)

for (const field of fields) addLevels(field);
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(show));
show();

function dataOf(name) {
  return JSON.parse(document.getElementById(name).textContent);
}

/** Offers the values that a model knows; their places stand for them, since a value may be any text. */
function addLevels(field) {
  const column = model.layout.categories.indexOf(field.name);
  if (field.input.tagName !== "SELECT" || column < 0) return;
  field.levels = model.prepared ? model.prepared.levels[column] : [];
  const options = field.levels.flatMap((level, place) =>
    (level.startsWith(TAKEN) ? [] : [new Option(level, String(place))]));
  field.input.lastElementChild.before(...options);
}

function show() {
  const row = Object.fromEntries(fields.map((field) => [field.name, cellOf(field)]));
  const found = answersOf(model, row);
  const lines = model.classes.length ? chancesShown(found) : amountShown(found[0]);
  document.getElementById("answer").replaceChildren(...lines);
  document.getElementById("cautions").replaceChildren(...cautionsOf(row).map((text) => made("li", text)));
}

function cellOf({ type, input, levels }) {
  const text = input.value;
  if (type === "number") return text === "" ? null : input.valueAsNumber;
  if (type === "date") return text === "" ? null : input.valueAsNumber / DAY_LENGTH;
  if (type === "text") return text;
  if (text === "empty") return null;
  return text === "other" || !levels ? NEVER_SEEN : levels[Number(text)];
}

function chancesShown(chances) {
  const order = chances.map((_, place) => place).sort((one, other) => chances[other] - chances[one]);
  return [made("p", model.classes[answerOf(chances, order)], "told"), ...order.map((place) => {
    const line = made("div", "", "chance");
    const bar = made("span", "", "bar");
    bar.append(made("span"));
    bar.firstChild.style.inlineSize = `${100 * chances[place]}%`; // by script a style may be set
    line.append(made("span", model.classes[place]), bar, made("span", chanceText(chances[place])));
    return line;
  })];
}

/** Returns the place of the class that is answered: of two the one that was decided about from its chance on. */
function answerOf(chances, order) {
  if (!about.decision) return order[0];
  const decided = model.classes.indexOf(about.decision.value);
  return chances[decided] >= about.decision.chance ? decided : 1 - decided;
}

function chanceText(chance) {
  const count = Math.round(100 * chance);
  const shown = count < 1 ? "< 1" : count > 99 ? "> 99" : String(count);
  return said("chance", { count: shown });
}

function amountShown(amount) {
  const [low, high] = rangeOf(model, amount);
  return [
    made("p", numberText(amount), "told"),
    ...(model.range ? [made("p", said("between", { low: numberText(low), high: numberText(high) }))] : []),
  ];
}

function cautionsOf(row) {
  return fields.flatMap(({ name, type, minimum, maximum, input }) => {
    const cell = row[name];
    if (cell === NEVER_SEEN) return [said("new", { column: name })];
    if (type !== "number" || cell === null || minimum === null || maximum === null) return [];
    if (cell >= minimum && cell <= maximum) return [];
    return [said("outside", { column: name, value: input.value, low: plainText(minimum), high: plainText(maximum) })];
  });
}

/** Writes a number of a column, which may be a year. */
function plainText(number) {
  return String(number).replace(".", about.signs.decimal);
}

/** Writes a number as the program does: thousands grouped, with fixed decimals. */
function numberText(number) {
  const [whole, rest] = number.toFixed(about.decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, about.signs.group);
  return rest ? `${grouped}${about.signs.decimal}${rest}` : grouped;
}

function said(name, values) {
  return about.words[name].replace(/\{(\w+)\}/g, (mark, value) => values[value] ?? mark);
}

function made(tag, text = "", look = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = look;
  return element;
}
