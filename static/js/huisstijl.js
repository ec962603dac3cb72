// The live example.
const proef = document.querySelector("[data-proef]");
const { kleur_balk, kleur_letters, standaard, verschil } = proef.closest("form");
const licht = (k) =>
  [0.2126, 0.7152, 0.0722].reduce((som, deel, i) => {
    const c = parseInt(k.substr(2 * i + 1, 2), 16) / 255;
    return som + deel * (c > 0.04 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92);
  }, 0.05);
(window.oninput = () => {
  const wt = proef.dataset.proef;
  const nu = standaard?.checked ? wt : kleur_balk.value + kleur_letters.value;
  const [b, l] = nu.match(/#\w+/g);
  const v = licht(b) / licht(l);
  const x = Math.floor(10 * Math.max(v, 1 / v)) / 10;
  [b, l, v < 1 ? b : l].forEach((k, i) =>
    proef.style.setProperty("--wt-" + ["balk", "letters", "omslag"][i], nu == wt ? "initial" : k),
  );
  verschil.value = `${x.toLocaleString("nl")} op 1, ${x < 4.5 ? "te weinig" : "genoeg"}`;
})();
