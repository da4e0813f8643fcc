// Keys of the whole program: what is on the page and names a key as `aria-keyshortcuts` is pressed by it; of several
// the last, since what is on every page stands first.
const ELSEWHERE = ["Control+Z", "Control+Y"]; // `steps` and `try-out` know what they take back
const TYPED = "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]";
// The window has no zoom of its own: its web view leaves these keys to us.
const ZOOM = { "Control++": "larger", "Control+=": "larger", "Control+-": "smaller", "Control+0": "usual" };

document.addEventListener("keydown", (event) => {
  const key = keyOf(event), { titleAddress, zoomAddress } = document.body.dataset;
  const named = [...document.querySelectorAll(`[aria-keyshortcuts~="${CSS.escape(key)}"]`)].findLast(isThere);
  if (event.defaultPrevented || ELSEWHERE.includes(key) || named === event.target) return;
  if (key === "?" && !event.target.closest(TYPED)) turn(document.getElementById("keys-list"));
  else if (named) named.click();
  else if (zoomAddress && ZOOM[key]) zoom(zoomAddress, ZOOM[key]);
  else if (titleAddress && key === "Control+P") print(); // a browser does it by itself
  else return;
  event.preventDefault();
});

function keyOf({ key, ctrlKey, metaKey, altKey }) {
  if (!key || altKey) return "";
  const name = key.length === 1 ? key.toUpperCase() : key;
  return ctrlKey || metaKey ? `Control+${name}` : name;
}

function isThere(element) {
  return !element.disabled && (element.checkVisibility?.() ?? true);
}

function turn(dialog) {
  if (dialog.open) dialog.close();
  else dialog.showModal();
}

function zoom(address, step) {
  const headers = JSON.parse(document.body.getAttribute("hx-headers"));
  fetch(address, { method: "POST", headers, body: new URLSearchParams({ step }) }).catch(() => {});
}
