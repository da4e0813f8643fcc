// Begins a download as soon as the page that offers it is shown; the link stays for a second try.
const link = document.querySelector("[data-fetch-now]");
if (link && !sessionStorage.getItem(link.href)) {
  sessionStorage.setItem(link.href, "begun"); // once: not again when the person comes back to the page
  link.click();
}
