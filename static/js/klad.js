// Keeps what is typed and not saved as klad on the server, and tells what became of it.
// Its words are in templates/wizard/_bewaard.html, its answers come from the view wizard_klad.

const form = document.querySelector("form[data-klad]");
const { "klad-tab": tab, "klad-serie": serie } = form.elements;
const regel = document.querySelector("[data-bewaard]");
const wie = document.querySelector("[data-aanwezig]");

const MINUUT = 60_000;
const RUST = 2000; // after the last key
const HOOGSTENS = 10_000; // while typing goes on
const GEDULD = 45_000; // the server waits 20 seconds for its database
const BIJ_SLUITEN = 60_000; // bytes; a page that closes may send 64 kB
const CSRF = "csrfmiddlewaretoken";

// The inputs by question: their names start alike.
function perVraag(bron) {
  const vragen = {};
  for (const [veld, waarde] of new FormData(bron)) {
    const naam = veld.split("-")[0];
    if (![CSRF, "van", "klad", "actie"].includes(naam)) (vragen[naam] ??= []).push([veld, waarde]);
  }
  return vragen;
}

// What the server showed, whatever the browser put back.
const kopie = form.cloneNode(true);
kopie.reset();
const getoond = perVraag(kopie);
const uitKlad = new FormData(form).getAll("klad"); // questions that show unsaved text

const nietOpgeslagen = (bron) =>
  Object.entries(perVraag(bron)).flatMap(([naam, velden]) =>
    uitKlad.includes(naam) || JSON.stringify(velden) !== JSON.stringify(getoond[naam]) ? velden : [],
  );

let onthouden = JSON.stringify(nietOpgeslagen(kopie)); // what the server keeps; null when that is not sure
let om = ""; // since when
let bezig; // the sending under way
let pogingen = 0; // that failed in a row
let eerste = 0; // when the first change came that was not sent
let ingediend; // the page itself is under way
let nogEens; // with the number of the page again: the answer tells whether it arrived
let klok;

const isVuil = () => JSON.stringify(nietOpgeslagen(form)) !== onthouden;

function toon(stand) {
  if (regel.dataset.stand !== stand) {
    const { content, dataset } = document.getElementById(`stand-${stand}`);
    regel.dataset.stand = stand;
    regel.classList.toggle("wt-bewaard--nood", "nood" in dataset);
    regel.firstElementChild.replaceChildren(content.cloneNode(true));
  }
  regel.querySelector("[data-om]")?.replaceChildren(om);
}

// A browser that brings the page back brings the text, but not these.
const noteer = () => history.replaceState({ tab: tab.value, serie: serie.value, ingediend }, "");

function volgende() {
  tab.value ||= crypto.randomUUID().replaceAll("-", "").slice(0, 22);
  serie.value = Number(serie.value) + 1;
}

function post(velden, { signal, inhoud }) {
  const data = new FormData();
  const mee = [CSRF, "van"];
  if (velden) {
    if (!nogEens) volgende();
    noteer();
    mee.push(tab.name, serie.name);
    velden.forEach(([naam, waarde]) => data.append(naam, waarde));
  } else data.set("aanwezig", "1");
  mee.forEach((naam) => data.set(naam, form.elements[naam].value));
  const keepalive = velden && new Blob([inhoud]).size + 200 * velden.length < BIJ_SLUITEN;
  return fetch(form.dataset.klad, { method: "POST", body: data, redirect: "manual", keepalive, signal });
}

// The text that says what went wrong, if anything.
function misgegaan({ type, status }, { ander, klaar, om }) {
  if (type === "opaqueredirect") return "uitgelogd";
  if (ander) return "ander";
  if (klaar || om) return "";
  return status >= 500 ? "druk" : "geweigerd";
}

// Sends what is not kept yet, or that the user is here. `nu`: also while an older text is under way.
async function stuur({ nu = false, opnieuw = false } = {}) {
  const velden = nietOpgeslagen(form);
  const inhoud = JSON.stringify(velden);
  if (ingediend || (bezig && !(nu && bezig.inhoud !== inhoud))) return;
  clearTimeout(klok);
  eerste = 0;
  bezig?.abort();
  const deze = (bezig = Object.assign(new AbortController(), { inhoud }));
  const nieuw = inhoud !== onthouden;
  if (nieuw) onthouden = null;
  const teLang = setTimeout(() => deze.abort(), GEDULD);
  let stand = "verbinding";
  let antwoord = {};
  try {
    const reactie = await post(nieuw && velden, deze);
    antwoord = await reactie.json().catch(() => ({})); // a page, not from the view
    stand = misgegaan(reactie, antwoord);
  } catch {} // no connection
  clearTimeout(teLang);
  if (bezig !== deze) return; // overtaken by a newer text, or by the page itself
  bezig = null;

  if (antwoord.csrf && !opnieuw) {
    document.getElementsByName(CSRF).forEach((veld) => (veld.value = antwoord.csrf));
    return stuur({ opnieuw: true });
  }
  if (antwoord.klaar) return naIndienen();
  if (stand) {
    klok = setTimeout(stuur, Math.min(MINUUT, 5000 * 2 ** pogingen++));
    if (stand !== "verbinding" || regel.dataset.stand !== "wachten") toon(stand);
    return;
  }
  pogingen = 0;
  if (nieuw) {
    onthouden = inhoud;
    om = velden.length ? antwoord.om : "";
    tab.value = antwoord.tab ?? tab.value; // another tab has the old name
    nogEens = false;
  }
  const vuil = isVuil();
  if (wie && wie.textContent !== antwoord.aanwezig) wie.textContent = antwoord.aanwezig;
  toon(om ? "onthouden" : vuil ? "vuil" : "gelijk");
  if (vuil) plan();
}

// The page had arrived: show it as it is now. When a copy of this tab sent it: go on under another name.
function naIndienen() {
  ingediend = nogEens;
  if (nogEens) return location.reload();
  tab.value = "";
  stuur();
}

function plan() {
  if (pogingen) return; // the next attempt is set
  toon(om ? "onthouden" : "vuil");
  eerste ||= Date.now();
  clearTimeout(klok);
  klok = setTimeout(stuur, Math.min(RUST, eerste + HOOGSTENS - Date.now()));
}

form.oninput = () => {
  ingediend = nogEens = false; // the page was sent, and typing went on
  plan();
};

form.onsubmit = (event) => {
  if (["verbinding", "wachten"].includes(regel.dataset.stand)) {
    event.preventDefault(); // the browser would show a page of its own
    toon("wachten");
    return stuur({ nu: true });
  }
  clearTimeout(klok);
  bezig?.abort();
  bezig = onthouden = null;
  ingediend = true;
  volgende();
  noteer();
};

const meldNu = () => stuur({ nu: true });
const bewaarNu = () => isVuil() && meldNu();
window.ononline = window.onoffline = meldNu;
document.onvisibilitychange = () => (document.hidden ? bewaarNu() : meldNu());
window.onpagehide = bewaarNu;
window.onpageshow = () => {
  ingediend = false;
  if (history.state && isVuil()) ({ tab: tab.value, serie: serie.value, ingediend: nogEens } = history.state);
  stuur();
};
window.onbeforeunload = (event) => {
  if (!ingediend && isVuil()) event.preventDefault();
};
setInterval(() => document.hidden || stuur(), MINUUT);
