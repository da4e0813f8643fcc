// Finds words on the page: our window, unlike a browser, brings no search of its own.
const bar = document.getElementById("find-bar");
const INLINE = /^(inline|contents)/;
let ranges = [], place = -1;

if (bar) {
  document.addEventListener("keydown", (event) => {
    const isFind = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "f";
    if (!isFind || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === bar.elements.find) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  });
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button) button.value === "0" ? close() : step(Number(button.value));
  });
  bar.elements.find.addEventListener("input", () => look());
  document.addEventListener("htmx:afterSettle", () => bar.hidden || look({ stay: true }));
}

function open() {
  bar.hidden = false;
  bar.elements.find.focus();
  bar.elements.find.select();
  look();
}

function close() {
  const found = ranges[place];
  bar.hidden = true;
  paint([], -1);
  if (found) getSelection().setBaseAndExtent(found.startContainer, found.startOffset, found.endContainer, found.endOffset);
}

function look({ stay = false } = {}) {
  const wanted = bar.elements.find.value.trim();
  const before = ranges[place];
  const all = wanted ? matches(wanted) : [];
  const near = before ? all.findIndex((range) => range.compareBoundaryPoints(Range.START_TO_START, before) >= 0) : 0;
  paint(all, Math.max(near, all.length ? 0 : -1));
  if (ranges[place] && !stay) show();
  tell(wanted);
}

function step(by) {
  if (!ranges.length) return look();
  paint(ranges, (place + by + ranges.length) % ranges.length);
  show();
  tell(bar.elements.find.value.trim());
}

function paint(all, current) {
  [ranges, place] = [all, current];
  CSS.highlights?.set("found", new Highlight(...all));
  CSS.highlights?.set("found-here", new Highlight(...all.slice(current, current + 1)));
}

function show() {
  const element = ranges[place].startContainer.parentElement;
  for (let closed = shut(element); closed; closed = shut(element)) closed.open = true;
  element.scrollIntoView({ block: "center", behavior: "instant" });
}

function tell(wanted) {
  const { some, none } = bar.dataset;
  const words = some.replace("{place}", place + 1).replace("{count}", ranges.length);
  bar.querySelector("output").textContent = !wanted ? "" : ranges.length ? words : none;
}

function matches(wanted) {
  const { text, nodes, starts } = written();
  const pattern = wanted.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  return [...text.matchAll(new RegExp(pattern, "giu"))].map(({ index, 0: { length } }) => {
    const range = new Range();
    range.setStart(...spot(index));
    range.setEnd(...spot(index + length - 1, 1));
    return range;
  });

  function spot(at, after = 0) {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return [nodes[low], at - starts[low] + after];
  }
}

// The text of the page as a person reads it: what stands in another block is parted from what was before.
function written() {
  const nodes = [], starts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "", block = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!isRead(node.parentElement)) continue;
    const own = blockOf(node.parentElement);
    if (own !== block) text += "\0";
    block = own;
    nodes.push(node);
    starts.push(text.length);
    text += node.data;
  }
  return { text, nodes, starts };
}

function blockOf(element) {
  while (INLINE.test(getComputedStyle(element).display) && element.parentElement) element = element.parentElement;
  return element;
}

function isRead(element) {
  if (element.closest("#find-bar, .visually-hidden, script, style, template, select, [hidden], dialog:not([open])")) return false;
  return !!shut(element) || element.checkVisibility();
}

// The outermost part that is closed around an element, of which only its summary is seen.
function shut(element) {
  const closed = [];
  for (let details = element.closest("details"); details; details = details.parentElement.closest("details")) {
    if (!details.open && !details.querySelector(":scope > summary")?.contains(element)) closed.push(details);
  }
  return closed.at(-1);
}
