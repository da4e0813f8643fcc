// In the window: asks the program for a file by its own dialog. The page gets a ticket, never the path.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-native-open]");
  if (!form || form.elements.ticket.value) return;
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const response = await fetch(form.dataset.nativeOpen, {
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
});
