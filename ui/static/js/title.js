// Keeps the title of the page and of the window as the newest fragment says: "43 % – Learning".
let shown = document.title;

function show(title) {
  if (title === shown) return;
  document.title = shown = title;
  tellWindow();
}

function tellWindow() {
  const { titleAddress } = document.body.dataset;
  if (!titleAddress) return;
  const headers = JSON.parse(document.body.getAttribute("hx-headers"));
  fetch(titleAddress, { method: "POST", headers, body: new URLSearchParams({ title: shown }) }).catch(() => {});
}

tellWindow();
document.addEventListener("htmx:afterSettle", () => {
  const title = document.querySelector("[data-title]")?.dataset.title;
  if (title) show(title);
});
