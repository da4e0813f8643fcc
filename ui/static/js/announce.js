// Says milestones once to screen readers: the polled fragment changes twice a second, this line only with its words.
const SETTLED = 250; // milliseconds: what changes before a page has settled is not read
let said = "";

function say() {
  const words = document.querySelector("[data-announce]")?.dataset.announce ?? "";
  const announcer = document.querySelector("[data-announcer]");
  if (words && words !== said && announcer) announcer.textContent = said = words;
}

document.addEventListener("htmx:afterSettle", say);
setTimeout(say, SETTLED); // what the page came with
