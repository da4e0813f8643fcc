// Closes a small form when the person presses Escape or points elsewhere, and puts the cursor into it when it opens.
function closeAll(except) {
  for (const details of document.querySelectorAll("[data-close-outside][open]")) {
    if (details !== except) details.open = false;
  }
}

document.addEventListener("click", ({ target }) => closeAll(target.closest("[data-close-outside]")));

document.addEventListener("keydown", (event) => {
  const details = event.key === "Escape" && document.activeElement?.closest("[data-close-outside][open]");
  if (!details) return;
  details.open = false;
  details.querySelector("summary").focus();
});

document.addEventListener("toggle", ({ target }) => {
  const remembered = target.matches?.("[data-remember]") && target.querySelector(`:scope > [name=${target.dataset.remember}]`);
  if (remembered) remembered.disabled = !target.open; // a form that comes back changed keeps the list open
  if (!target.matches?.("[data-close-outside][open]")) return;
  keepInside(target);
  const first = target.querySelector("input:checked") ?? target.querySelector("input:not([type=hidden]), select");
  first?.focus();
  first?.select?.();
}, true);

// A form at the end of a line opens towards its beginning.
function keepInside(details) {
  const form = details.querySelector(":scope > form");
  details.removeAttribute("data-at-end"); // what is measured is where it would open by itself
  if (form) details.toggleAttribute("data-at-end", form.getBoundingClientRect().right > document.documentElement.clientWidth);
}

for (const details of document.querySelectorAll("[data-close-outside][open]")) { // the page came with it open
  keepInside(details);
  details.scrollIntoView({ block: "center" });
}
