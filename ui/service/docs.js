// Shows the description of the service; where that is kept from strangers, once the token is given.
const form = document.querySelector("#ask");
const said = document.querySelector("#said");
const field = document.querySelector("#token");
const place = document.querySelector("#docs");

async function show(token) {
  const answer = await fetch("openapi.json", token ? { headers: { Authorization: `Bearer ${token}` } } : {});
  form.hidden = answer.ok;
  if (answer.ok) {
    const page = window.SwaggerUIBundle({
      spec: await answer.json(),
      domNode: place,
      validatorUrl: null, // it would ask a server elsewhere
      deepLinking: false,
      onComplete: () => token && page.preauthorizeApiKey("token", token),
    });
  } else {
    said.textContent = answer.status !== 401 ? said.dataset.failed : token ? said.dataset.wrong : "";
    field.focus();
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(field.value.trim());
});
show("");
