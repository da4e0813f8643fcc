// In the window: asks the program for a file by its own dialog. The page gets a ticket, never the path.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-native-open]");
  if (!form || form.elements.ticket.value) return;
  event.preventDefault();
  take(form, form.dataset.nativeOpen);
});

const FILES = ["Files", "text/uri-list"]; // as systems call them

// Or takes the file that was dropped anywhere on the window: only the program knows where it lies.
document.addEventListener("drop", ({ dataTransfer }) => {
  const form = document.querySelector("[data-native-open]");
  if (!form || !dataTransfer.types.some((type) => FILES.includes(type))) return; // a word that is dragged is none
  window.chrome?.webview?.postMessageWithAdditionalObjects?.("FilesDropped", dataTransfer.files); // WebView2 tells none itself
  take(form, form.dataset.nativeDropped);
});

async function take(form, address) {
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ token: form.elements.token.value }),
    });
    const answer = await response.json();
    if (answer.error) form.querySelector("[data-native-said]").textContent = `${answer.error.message} ${answer.error.hint}`;
    if (!answer.ticket) return;
    form.elements.ticket.value = answer.ticket;
    form.submit();
  } finally {
    button.disabled = false;
  }
}
