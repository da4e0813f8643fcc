// Says that the program does not answer: where it was ended, a page would go on as if it worked.
const lost = document.getElementById("lost");

document.addEventListener("htmx:sendError", () => (lost.hidden = false));
document.addEventListener("htmx:afterOnLoad", () => (lost.hidden = true));
