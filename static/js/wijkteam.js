// Small helps; every page works without them.
"use strict";

// The error summary gets the focus, so that screen readers and keyboards start there.
document.querySelector("[data-fouten]")?.focus();

// Characters left in a long text: shown in the last fifth, read aloud when the user pauses.
const VERTELLEN_VANAF = 0.8;
const RUST = 1000;

const aantal = (tekst) => [...tekst.replace(/\r\n?/g, "\n")].length;

function teller(veld) {
  const hoogste = Number(veld.dataset.teller);
  const zichtbaar = document.createElement("p");
  const gesproken = document.createElement("p");
  zichtbaar.className = "wt-teller";
  zichtbaar.setAttribute("aria-hidden", "true");
  gesproken.className = "wt-sr";
  gesproken.setAttribute("role", "status");
  veld.after(zichtbaar, gesproken);
  let wachten;
  const bijwerken = () => {
    const over = hoogste - aantal(veld.value);
    const getal = Math.abs(over).toLocaleString("nl-NL");
    const tekst = over < 0 ? `${getal} tekens te veel` : `Nog ${getal} tekens`;
    const vertellen = over < hoogste * (1 - VERTELLEN_VANAF);
    zichtbaar.textContent = vertellen ? tekst : "";
    zichtbaar.hidden = !vertellen;
    zichtbaar.classList.toggle("wt-teller--te-lang", over < 0);
    clearTimeout(wachten);
    wachten = setTimeout(() => (gesproken.textContent = vertellen ? tekst : ""), RUST);
  };
  veld.addEventListener("input", bijwerken);
  bijwerken();
}
document.querySelectorAll("[data-teller]").forEach(teller);

// "Hulp" at the top leads to the help of the page, and opens it.
document.querySelector('a[href="#hulp"]')?.addEventListener("click", () => (document.getElementById("hulp").open = true));
