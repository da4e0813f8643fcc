// Saves a picture of a page as it looks, as SVG or PNG, and copies its numbers. In the window the program writes the
// file, since nothing can be downloaded there.
import { lines } from "./grid-copy.js";

const SHARPER = 2; // dots of a PNG for each of the page's
const LOOKS = "fill fill-opacity stroke stroke-width stroke-dasharray stroke-linejoin font-size font-weight text-anchor".split(" ");
const DOES = { png: savePng, svg: saveSvg, copy: copyNumbers };

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-picture]");
  if (!button) return;
  const acts = button.closest(".picture-acts");
  const said = acts.querySelector("[data-picture-said]");
  said.textContent = "";
  try {
    said.textContent = await DOES[button.dataset.picture](button.closest("figure"), acts);
  } catch (error) {
    said.textContent = error.said ?? acts.dataset.failed;
  }
});

async function saveSvg(figure, acts) {
  return save(new Blob([drawn(figure).text], { type: "image/svg+xml" }), `${figure.id}.svg`, acts);
}

async function savePng(figure, acts) {
  const { text, width, height } = drawn(figure);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = SHARPER * width;
    canvas.height = SHARPER * height;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return await save(blob, `${figure.id}.png`, acts);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function copyNumbers(figure, acts) {
  const rows = [...figure.querySelectorAll("table tr")].map((row) => [...row.cells].map((cell) => cell.textContent));
  await navigator.clipboard.writeText(lines(rows).text);
  return acts.dataset.copied;
}

// The drawing with its looks written into it, so that it needs no style sheet, on the ground it stands on.
function drawn(figure) {
  const shown = figure.querySelector("svg");
  const { width, height } = shown.viewBox.baseVal;
  const copy = shown.cloneNode(true);
  const others = [copy, ...copy.querySelectorAll("*")];
  for (const [place, one] of [shown, ...shown.querySelectorAll("*")].entries()) {
    const other = others[place];
    const looks = getComputedStyle(one);
    if (one.localName !== "title") put(other, Object.fromEntries(LOOKS.map((name) => [name, looks.getPropertyValue(name)])));
    for (const name of ["class", "color"]) other.removeAttribute(name);
  }
  put(copy, { width, height, "font-family": getComputedStyle(shown).fontFamily });
  const ground = document.createElementNS(shown.namespaceURI, "rect");
  put(ground, { width, height, fill: getComputedStyle(figure.closest(".card") ?? document.documentElement).backgroundColor });
  copy.prepend(ground);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

function put(element, looks) {
  for (const [name, value] of Object.entries(looks)) element.setAttribute(name, value);
}

async function save(blob, name, acts) {
  if (acts.dataset.saveTo) return sendToProgram(blob, name, acts);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser reads it meanwhile
  return "";
}

async function sendToProgram(blob, name, acts) {
  const token = JSON.parse(document.body.getAttribute("hx-headers"));
  const headers = { ...token, Accept: "application/json", "Content-Type": blob.type };
  const address = `${acts.dataset.saveTo}?${new URLSearchParams({ name })}`;
  const response = await fetch(address, { method: "POST", headers, body: blob });
  const answer = await response.json();
  if (answer.error) throw Object.assign(new Error(), { said: `${answer.error.message} ${answer.error.hint}` });
  return answer.saved ? acts.dataset.saved.replace("{file}", () => answer.saved) : "";
}
