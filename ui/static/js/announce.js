// Says milestones once to screen readers: the polled fragment changes twice a second, this line only with its words.
let said = "";

document.addEventListener("htmx:afterSettle", () => {
  const words = document.querySelector("[data-announce]")?.dataset.announce ?? "";
  const announcer = document.querySelector("[data-announcer]");
  if (words && words !== said && announcer) announcer.textContent = said = words;
});
