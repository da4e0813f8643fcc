/* Answers as the program does that the model comes from: cells -> features -> answers of each kind -> one answer.
   Tables are { shape, at(row, column) }, kept in one array. Single precision is where the program has it. */

const fround = Math.fround;
const ARRAYS = { f8: Float64Array, f4: Float32Array, i4: Int32Array };
const DAY = 86_400_000;
const FARTHEST = 5, OF_SUMS = 4, LARGEST = 1e30;
const LEAF = -1;
// Words and single signs; blanks are those of Python, of which \s lacks some.
const WORDS = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;
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

function cellsOf(model, row) {
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

// Features -----------------------------------------------------------------------------------------------------

function featuresOf(prepared, form, cells) {
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

// Kinds --------------------------------------------------------------------------------------------------------

function ofMember(member, features, model) {
  const found = READERS[member.reads](member, features);
  if (!member.classes) {
    const [amount] = found;
    return [member.factor === null ? amount : Math.expm1(Math.max(amount, 0)) * member.factor];
  }
  const answers = new Array(model.classes.length).fill(0);
  const chances = member.reads === "forest" || member.reads === "questions" ? found : chancesOf(found);
  member.classes.forEach((code, place) => { answers[code] = chances[place]; });
  return answers;
}

const READERS = {
  lines: (member, features) => Array.from(member.start, (start, answer) =>
    features.reduce((sum, value, place) => sum + value * member.weights[answer * features.length + place], start)),

  boosting(member, features) {
    const sums = Array.from(member.start);
    member.roots.forEach((root, tree) => {
      sums[tree % member.answers] += member.values[leafOf(member, root, features)];
    });
    return sums;
  },

  forest(member, features) {
    const [, width] = member.values.shape;
    const sums = new Array(width).fill(0);
    for (const root of member.roots) {
      const leaf = leafOf(member, root, features);
      for (let answer = 0; answer < width; answer += 1) sums[answer] += member.values[leaf * width + answer];
    }
    return sums.map((sum) => sum / member.roots.length);
  },

  curves(member, features) {
    const [points, width] = member.points.shape;
    const answers = member.start.length;
    const sums = Array.from(member.start);
    for (let point = 0; point < points; point += 1) {
      let far = 0;
      for (let place = 0; place < width; place += 1) {
        far += (fround(features[place]) - member.points[point * width + place]) ** 2;
      }
      const bend = Math.exp(-member.width * far);
      for (let answer = 0; answer < answers; answer += 1) sums[answer] += bend * member.weights[point * answers + answer];
    }
    return sums;
  },

  layers(member, features) {
    const last = member.weights.length - 1;
    const sums = member.weights.reduce((before, weights, layer) => {
      const width = member.starts[layer].length;
      return Array.from(member.starts[layer], (start, unit) => {
        const sum = before.reduce((total, value, place) => total + value * weights[place * width + unit], start);
        return layer < last ? Math.max(sum, 0) : sum;
      });
    }, features.map(fround));
    return member.classes ? sums : sums.map((sum) => sum * member.spread + member.center);
  },

  questions(member, features) {
    let node = 0;
    while (member.asked[node] !== LEAF) {
      node = isYes(member, node, features[member.asked[node]]) ? node + 1 : member.noes[node];
    }
    const [, width] = member.answers.shape;
    return Array.from(member.answers.subarray(node * width, (node + 1) * width));
  },
};

function isYes(member, node, cell) {
  if (isNaN(cell)) return Boolean(member.empties[node]);
  const codes = member.codes.subarray(member.starts[node], member.starts[node + 1]);
  return codes.length ? codes.includes(cell) : cell < member.borders[node];
}

function leafOf(trees, root, features) {
  let node = root;
  while (trees.left[node] !== node) {
    const cell = features[trees.features[node]];
    const isLeft = isNaN(cell) ? trees.gaps_left[node] : cell <= trees.limits[node];
    node = isLeft ? trees.left[node] : trees.right[node];
  }
  return node;
}

// One answer ---------------------------------------------------------------------------------------------------

function chancesOf(sums) {
  if (sums.length === 1) {
    const chance = 1 / (1 + Math.exp(-sums[0]));
    return [1 - chance, chance];
  }
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function settled(model, answers) {
  const found = answers.every(Number.isFinite) ? answers : Array.from(model.simplest);
  if (!model.classes.length) return [Math.min(Math.max(found[0], model.lowest), model.highest)];
  const total = found.reduce((sum, answer) => sum + answer, 0) + model.weight;
  return found.map((answer, place) => (answer + model.weight * model.simplest[place]) / total);
}

/** Returns the value at x on the line through points of rising places, level beyond its ends. */
function between(x, places, values) {
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
