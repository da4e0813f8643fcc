/* From the cells of a row to the features that each kind of model reads, as the program makes them. */

// Single precision is where the program has it.
export const fround = Math.fround;
const DAY = 86_400_000;
const FARTHEST = 5, OF_SUMS = 4, LARGEST = 1e30;
// Words and single signs; blanks are those of Python, of which \s lacks some.
const WORDS = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;

/** Returns the cells of one row: numbers, days, codes of values, and its texts as one. */
export function cellsOf(model, row) {
  const { numbers, dates, categories, texts } = model.layout;
  const number = (name) => (row[name] === null || row[name] === undefined ? NaN : row[name]);
  return {
    numbers: numbers.map((name) => Math.min(Math.max(number(name), -LARGEST), LARGEST)),
    days: dates.map(number),
    codes: categories.map((name, place) => codeOf(model.prepared.levels[place], row[name])),
    text: texts.map((name) => row[name] ?? "").join(" "),
  };
}

function codeOf(levels, value) {
  if (value === null || value === undefined) return -1;
  const code = levels.indexOf(value);
  return code < 0 ? levels.length : code;
}

/** Returns what one form of the kinds reads. */
export function featuresOf(prepared, form, cells) {
  if (form === "plain") {
    const codes = cells.codes.map((code, place) =>
      code < 0 ? NaN : code === prepared.levels[place].length ? -1 : code);
    return [...cells.numbers, ...cells.days, ...codes];
  }
  if (form === "lines" || form === "curves") return forLines(prepared, form, cells);
  const plain = [
    ...cells.numbers,
    ...partsOf(cells.days, prepared.hours),
    ...cells.codes.map((code) => (code < 0 ? NaN : code)),
    ...sumsOf(prepared.words, cells.text),
  ];
  const all = (form === "means" ? [...plain, ...meansOf(prepared.means, cells.codes)] : plain).map(fround);
  if (!prepared.strongest) return all;
  return Array.from(prepared.strongest).filter((place) => place < all.length).map((place) => all[place]);
}

function forLines(prepared, form, cells) {
  const turns = [
    ...cells.days.map((day) => modulo(day, 365.2425) / 365.2425),
    ...cells.days.map((day) => modulo(day, 7) / 7),
    ...cells.days.filter((_, place) => prepared.hours[place]).map((day) => modulo(day, 1)),
  ].map((turn) => turn * 2 * Math.PI);
  const circles = [...turns.map(Math.sin), ...turns.map(Math.cos)].map((value) => (isNaN(value) ? 0 : value));
  const found = [
    ...scaled(prepared.numbers, cells.numbers),
    ...scaled(prepared.dates, partsOf(cells.days, prepared.hours)),
    ...circles,
  ];
  cells.codes.forEach((code, place) => {
    const wide = prepared.wide[place];
    const ones = new Array(wide + 2).fill(0);
    ones[code < 0 ? wide + 1 : Math.min(code, wide)] = 1;
    found.push(...ones);
  });
  if (!prepared.words) return found;
  return [...found, ...(form === "lines"
    ? weightsOf(prepared.words, cells.text)
    : sumsOf(prepared.words, cells.text).map((sum) => OF_SUMS * sum))];
}

function scaled(known, numbers) {
  const filled = numbers.map((number, place) => (isNaN(number) ? known.centers[place] : number));
  const steps = filled.map((number, place) =>
    Math.min(Math.max((number - known.centers[place]) / known.spreads[place], -FARTHEST), FARTHEST));
  const [, width] = known.knots.shape;
  const ranked = width === 0 ? [] : filled.map((number, place) => {
    const knots = Array.from(known.knots.subarray(place * width, (place + 1) * width));
    const mirrored = knots.map((knot) => -knot).reverse();
    return (between(number, knots, known.ranks) - between(-number, mirrored, known.ranks)) / 2;
  });
  return [...steps, ...ranked, ...Array.from(known.gaps, (place) => (isNaN(numbers[place]) ? 1 : 0))];
}

function partsOf(days, hours) {
  const moments = days.map((day) => new Date(Math.floor(day) * DAY));
  return [
    ...days,
    ...moments.map((moment) => moment.getUTCFullYear()),
    ...moments.map((moment) => moment.getUTCMonth() + 1),
    ...days.map((day) => modulo(Math.floor(day) + 3, 7)), // the first of January 1970 was a Thursday
    ...days.filter((_, place) => hours[place]).map((day) => Math.floor(modulo(day, 1) * 24)),
  ];
}

function meansOf(known, codes) {
  const width = known.means.shape[1];
  return Array.from(known.columns).flatMap((column, place) => {
    const at = codes[column] < 0 ? known.starts[place + 1] - 1 : known.starts[place] + codes[column];
    return [...known.means.subarray(at * width, (at + 1) * width), known.counts[at]];
  });
}

/** The weight of each word and pair of words: 1 + log of how often, times how rare it is, of length 1. */
function weightsOf(words, text) {
  words.places ??= new Map(words.terms.map((term, place) => [term, place]));
  const found = text.toLowerCase().match(WORDS) ?? [];
  const pairs = found.slice(1).map((word, place) => `${found[place]} ${word}`);
  const weights = new Array(words.terms.length).fill(0);
  for (const term of [...found, ...pairs]) {
    if (words.places.has(term)) weights[words.places.get(term)] += 1;
  }
  const raw = weights.map((count, place) => (count ? (1 + Math.log(count)) * words.weights[place] : 0));
  const length = Math.hypot(...raw.filter((weight) => weight)) || 1;
  return raw.map((weight) => weight / length);
}

function sumsOf(words, text) {
  if (!words || !words.sums) return [];
  const [sums, width] = words.sums.shape;
  const weights = weightsOf(words, text);
  const used = weights.flatMap((weight, place) => (weight ? [place] : []));
  return Array.from({ length: sums }, (_, sum) =>
    used.reduce((total, place) => total + weights[place] * words.sums[sum * width + place], 0));
}

/** Returns the value at x on the line through points of rising places, level beyond its ends. */
export function between(x, places, values) {
  const last = places.length - 1;
  if (!(x >= places[0])) return values[0];
  if (x >= places[last]) return values[last];
  let low = 0, high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (places[middle] <= x) low = middle; else high = middle;
  }
  return values[low] + ((values[high] - values[low]) / (places[high] - places[low])) * (x - places[low]);
}

function modulo(value, by) {
  return ((value % by) + by) % by;
}
