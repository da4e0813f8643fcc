// Moves the line between two answers: what each place of it means stands ready in the choice that serves without scripts.
function show(slider) {
  const section = slider.closest("[data-decide]");
  const choice = section.querySelector("select[name=cut]");
  choice.selectedIndex = Number(slider.value);
  const told = choice.selectedOptions[0].dataset;
  slider.setAttribute("aria-valuetext", choice.selectedOptions[0].text);
  for (const place of section.querySelectorAll("[data-told]")) place.textContent = told[place.dataset.told];
}

document.addEventListener("input", ({ target }) => {
  if (target.matches("[data-decide-slider]")) show(target);
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-decide-step]");
  if (!button) return;
  const slider = button.closest("[data-decide]").querySelector("[data-decide-slider]");
  slider.value = Number(slider.value) + Number(button.dataset.decideStep); // the slider keeps it within its ends
  show(slider);
});
