// Copies the text of a field; the button is there only where that can be done.
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select(); // so that the keys of the system copy it where this may not
  try {
    await navigator.clipboard.writeText(field.value);
    button.parentElement.querySelector("[data-copy-said]").textContent = button.dataset.copied;
  } catch {
    field.focus();
  }
});
