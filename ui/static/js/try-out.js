// A row that is tried: a slider moves the number beside it and the number its slider, Ctrl+Z takes the last change
// back, and the new answer is said once the person pauses.
const PAUSE = 500; // milliseconds: what comes between two keystrokes is not read aloud
const TYPED_INTO = "textarea, input:not([type=checkbox], [type=radio], [type=range], [type=date], [type=datetime-local])";
let visit = 0; // changes within one visit of a field are one step back
let typedInto = null; // has something of its own to undo
let timer = 0;

const form = () => document.querySelector("[data-trial]");
const isIn = (target) => form()?.contains(target) ?? false;

document.addEventListener("focusin", ({ target }) => {
  if (!isIn(target)) return;
  visit += 1;
  typedInto = null;
});

document.addEventListener("pointerdown", ({ target }) => {
  if (isIn(target) && target.matches("[type=range]")) visit += 1;
});

document.addEventListener("change", ({ target }) => {
  if (isIn(target) && target.matches("select, [type=radio]")) visit += 1;
}, true);

// Before the form hears of it: it is to send what stands in the field then.
document.addEventListener("input", (event) => {
  const { target } = event;
  if (!isIn(target)) return;
  if (target.matches(TYPED_INTO)) typedInto = target;
  if (["may", "row", "wanted"].includes(target.name)) event.stopPropagation(); // no part of the row
  else if (target.dataset.slides) slide(target);
  else follow(target);
}, true);

function slide(slider) {
  const field = document.getElementById(`field-${slider.dataset.slides}`);
  field.value = Number(slider.value).toFixed(Number(slider.dataset.decimals)).replace(".", slider.dataset.sign);
}

function follow(field) {
  const slider = document.getElementById(`slider-${field.name}`);
  const plain = slider?.dataset.sign === "," ? field.value.replaceAll(".", "") : field.value;
  const number = Number(plain.replace(",", "."));
  if (slider && field.value.trim() && Number.isFinite(number)) slider.value = number;
}

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (key === "Enter" && target.dataset.enter) {
    event.preventDefault();
    document.getElementById(target.dataset.enter).click();
  }
  if (key?.toLowerCase() !== "z" || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  if (target.closest(TYPED_INTO) && (target === typedInto || !isIn(target))) return; // it takes back what was typed
  event.preventDefault();
  document.getElementById("undo")?.click();
});

document.addEventListener("htmx:configRequest", ({ detail, target }) => {
  if (isIn(target)) detail.parameters.visit = String(visit);
});

document.addEventListener("htmx:beforeRequest", ({ target, detail }) => {
  if (isIn(target) && ["answer", "try"].includes(detail.target.id)) setBusy(true);
});

document.addEventListener("htmx:sendError", () => setBusy(false)); // an answer that came is not busy

function setBusy(isBusy) {
  document.getElementById("answer")?.setAttribute("aria-busy", isBusy);
}

document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (!isIn(target)) return;
  if (target.id === "answer" || target.id === "try") markWrong();
  if (target.id === "try" && document.activeElement === document.body) {
    document.getElementById("fields").focus({ preventScroll: true });
  }
  if (target.id === "try") catchUp(target);
  const words = target.dataset.say ?? target.querySelector("[data-say]")?.dataset.say;
  if (words) later(words);
});

// What was typed while the row took its place, before the new form listened.
function catchUp(row) {
  for (const field of row.querySelectorAll(TYPED_INTO)) {
    if (field.value !== field.defaultValue) field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function later(words) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    document.querySelector("[data-announcer]").textContent = words;
  }, PAUSE);
}

function markWrong() {
  for (const said of form().querySelectorAll("[id^=said-]")) {
    const field = document.getElementById(said.id.replace("said-", "field-"));
    const isWrong = said.querySelector("[data-level=problem]") !== null;
    if (isWrong) field?.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  }
}
