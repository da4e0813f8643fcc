// "All columns found" ticks those that are shown, too; with one of them unticked, it is no longer all.
const form = document.querySelector("[data-ticks]");
const boxes = [...(form?.elements ?? [])].filter((box) => box.type === "checkbox" && box.name === "column");

form?.elements.all.addEventListener("change", ({ target }) => {
  for (const box of boxes) box.checked = target.checked;
});

for (const box of boxes) {
  box.addEventListener("change", () => {
    if (!box.checked) form.elements.all.checked = false;
  });
}
