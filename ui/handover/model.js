/* Answers as the program does that the model comes from: cells -> features -> answers of each kind -> one answer.
   Tables are { shape, at(row, column) }, kept in one array. */

import { between, cellsOf, featuresOf } from "./features.js";
import { ofMember } from "./kinds.js";

const ARRAYS = { f8: Float64Array, f4: Float32Array, i4: Int32Array };
export const NEVER_SEEN = Symbol("a value that no row had");

/** Turns the text of arrays back into arrays, all through what was packed. */
export function unpacked(plain) {
  if (plain === null || typeof plain !== "object") return plain;
  if (Array.isArray(plain)) return plain.map(unpacked);
  if (typeof plain.data === "string" && plain.type in ARRAYS) {
    const bytes = Uint8Array.from(atob(plain.data), (letter) => letter.charCodeAt(0));
    const array = new ARRAYS[plain.type](bytes.buffer);
    array.shape = plain.shape;
    return array;
  }
  return Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, unpacked(value)]));
}

/** Returns the chances of each class, or [amount], for one row: numbers, days since 1970, texts, or null. */
export function answersOf(model, row) {
  if (!model.prepared) return Array.from(model.simplest);
  const cells = cellsOf(model, row);
  const features = {};
  for (const member of model.members) features[member.form] ??= featuresOf(model.prepared, member.form, cells);
  const found = model.members.map((member) => settled(model, ofMember(member, features[member.form], model)));
  const rest = Math.max(0, 1 - model.members.reduce((sum, member) => sum + member.weight, 0));
  return Array.from(model.simplest, (usual, place) =>
    model.members.reduce((sum, member, one) => sum + member.weight * found[one][place], rest * usual));
}

/** Returns the low and the high end of the range beside an amount. */
export function rangeOf(model, amount) {
  if (!model.range) return [amount, amount];
  const { answers, below, above } = model.range;
  const ends = [amount + between(amount, answers, below), amount + between(amount, answers, above)];
  return ends.map((end) => Math.min(Math.max(end, model.lowest), model.highest));
}

function settled(model, answers) {
  const found = answers.every(Number.isFinite) ? answers : Array.from(model.simplest);
  if (!model.classes.length) return [Math.min(Math.max(found[0], model.lowest), model.highest)];
  const total = found.reduce((sum, answer) => sum + answer, 0) + model.weight;
  return found.map((answer, place) => (answer + model.weight * model.simplest[place]) / total);
}
