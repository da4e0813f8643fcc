// In a browser: copies the chosen or dropped file to the program in slices, so that its size does not matter.
const SLICE = 8 * 1024 * 1024;

document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-upload] input[type=file]") && target.files.length) target.form.requestSubmit();
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-upload]");
  const file = form?.elements.file.files[0];
  if (!file) return;
  event.preventDefault();
  send(form, file);
});

for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const area = event.target.closest?.("[data-drop]");
    const form = area?.querySelector("[data-upload]"); // the window has none: it takes files anywhere (`native`)
    event.preventDefault(); // a file dropped beside the area must not replace the page
    area?.toggleAttribute("data-over", kind === "dragenter" || kind === "dragover");
    if (kind === "drop" && form && event.dataTransfer.files.length) send(form, event.dataTransfer.files[0]);
  });
}

async function send(form, file) {
  const said = form.querySelector("[data-upload-said]");
  const progress = form.querySelector("[data-upload-progress]");
  progress.hidden = false;
  form.querySelector("[data-upload-send]").disabled = true;
  try {
    form.elements.upload.value = await copy(form, file, progress.firstElementChild);
    form.elements.name.value = file.name;
    form.elements.file.disabled = true; // its content is there already
    form.submit();
  } catch (error) {
    said.textContent = error.message;
    form.elements.file.value = ""; // so that the same file can be chosen again
    progress.hidden = true;
    form.querySelector("[data-upload-send]").disabled = false;
  }
}

async function copy(form, file, meter) {
  const { upload } = await ask(form, form.dataset.upload, "POST");
  for (let start = 0; start < file.size; start += SLICE) {
    await ask(form, `${form.dataset.upload}/${upload}?start=${start}`, "PUT", file.slice(start, start + SLICE));
    meter.value = Math.min(100, (100 * (start + SLICE)) / file.size);
  }
  return upload;
}

async function ask(form, address, method, body) {
  const headers = { "X-Hunch-Token": form.elements.token.value, Accept: "application/json" };
  const response = await fetch(address, { method, headers, body });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.error.message} ${answer.error.hint}`);
  return answer;
}
