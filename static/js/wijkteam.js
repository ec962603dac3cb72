// Small helps; every page works without them.

// The error summary gets the focus: screen readers and keyboards start there.
document.querySelector("[data-fouten]")?.focus();

// Characters left in a long text: shown in the last fifth, read aloud when the user pauses.
document.querySelectorAll("[data-teller]").forEach((veld) => {
  veld.insertAdjacentHTML("afterend", '<p class="wt-teller" aria-hidden="true"></p><p class="wt-sr" role="status"></p>');
  const zichtbaar = veld.nextSibling;
  const gesproken = zichtbaar.nextSibling;
  let wachten;
  const bijwerken = () => {
    const over = veld.dataset.teller - [...veld.value].length;
    const getal = Math.abs(over).toLocaleString("nl");
    const tekst = over < 0 ? `${getal} tekens te veel` : `Nog ${getal} tekens`;
    zichtbaar.hidden = over >= veld.dataset.teller / 5;
    zichtbaar.textContent = zichtbaar.hidden ? "" : tekst;
    zichtbaar.classList.toggle("wt-teller--te-lang", over < 0);
    clearTimeout(wachten);
    wachten = setTimeout(() => (gesproken.textContent = zichtbaar.textContent), 1000);
  };
  veld.addEventListener("input", bijwerken);
  bijwerken();
});

// "Hulp" at the top leads to the help of the page, and opens it.
document.querySelector('a[href="#hulp"]')?.addEventListener("click", () => (document.getElementById("hulp").open = true));
