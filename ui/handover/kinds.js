/* What each kind of model answers from its features, as the program does. */

import { fround } from "./features.js";

const LEAF = -1;

/** Returns the chances of each class, or [amount]. */
export function ofMember(member, features, model) {
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
