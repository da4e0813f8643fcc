// Who writes into a field that belongs to one of several ways has chosen that way.
document.addEventListener("input", ({ target }) => {
  const way = target.dataset.chooses && target.form.querySelector(`[type=radio][value=${target.dataset.chooses}]`);
  if (way) way.checked = true;
});
