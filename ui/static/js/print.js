// Prints the page that is shown, by the dialog of the system.
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-print]")) print();
});
