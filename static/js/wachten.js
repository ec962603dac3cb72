// Looks every two seconds how far the document is, and shows that here.
const vak = document.querySelector("[data-stand]");
for (let keer = 0; keer < 90 && vak.querySelector("[data-wacht]"); keer++) {
  await new Promise((klaar) => setTimeout(klaar, 2000));
  try {
    const reactie = await fetch("");
    const pagina = new DOMParser().parseFromString(await reactie.text(), "text/html");
    const nieuw = pagina.querySelector("[data-stand]");
    if (!nieuw && reactie.status < 500) location.reload(); // logged out, or the document is gone
    if (nieuw.textContent === vak.textContent) continue;
    const hier = vak.contains(document.activeElement);
    vak.replaceChildren(...nieuw.childNodes);
    if (hier) vak.querySelector("a, button").focus();
    document.title = pagina.title;
  } catch {} // no connection, or a busy server
}
