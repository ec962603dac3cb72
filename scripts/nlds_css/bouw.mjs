// Rebuilds static/css/wijkteam.css, static/css/VERSION and static/fonts: run `npm ci && npm run bouw` in this folder.
import { createRequire } from "node:module";
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(process.cwd(), "x.js"));
const { transform } = require("lightningcss");
const css = join(here, "../../static/css");
const fonts = join(here, "../../static/fonts");
const { devDependencies: versions } = JSON.parse(readFileSync(join(here, "package.json")));
const modules = join(process.cwd(), "node_modules");
const read = (...path) => readFileSync(join(...path), "utf8");

// The order matters: form-field arranges what the later components draw.
const components = Object.keys(versions).filter((name) => name.startsWith("@utrecht/"));
// The content security policy allows no data: images, so the tick comes from a file and the other drawings go.
const utrecht = components
  .map((name) => read(modules, name, "dist/index.css"))
  .join("\n")
  .replace(/url\("data:[^"]*m6 10 3 3 6-6[^"]*"\)/g, "url(../img/vink.svg)")
  .replace(/url\("data:[^"]*"\)/g, "none");

// Class names that only repeat a state (:hover, aria-invalid …), and variants and parts this site has no use for.
const STATES = /--(hover|active|focus|focus-visible|pressed|disabled|read-only|busy|hidden|visible|checked|indeterminate|required|visited|current|placeholder|selected)$/;
const INPUT_STATES = /^utrecht-(checkbox|custom-checkbox|radio-button|select|textarea|textbox)--invalid$/;
const VARIANTS = /--(distanced|placeholder-(ltr|rtl)|html-progress|danger|ready|center|column.*|level-\d|nested|forced-colors|alternate.*|row-.*|fixed|oneline|sticky.*|submit|surface|scroll|url|password|numeric|[a-z-]+-size)$/;
const PARTS = /^utrecht-(button-(link|group)|heading-group|link-button|custom-checkbox|link--(box|icon|html-span).*|table__.*|action-group__.*|alert__icon|paragraph-(_|-).*|paragraph__.*|text(box|area)__.*|unordered-list__marker|page-footer__address.*)/;
const unused = [...new Set(utrecht.match(/utrecht-[a-z0-9_-]+/g))].filter((name) =>
  [STATES, INPUT_STATES, VARIANTS, PARTS].some((pattern) => pattern.test(name)),
);

// Only the design tokens that the components or our own sheets reach.
const theme = read(modules, "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css");
const tokens = new Map([...theme.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
const own = [read(css, "thema.css"), read(css, "eigen.css")];
const shrink = (code, unusedSymbols = []) =>
  transform({ filename: "wijkteam.css", code: Buffer.from(code), minify: true, unusedSymbols }).code.toString();
const small = shrink(utrecht, unused);
const set = new Set([...own[0].matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
const wanted = new Map();
const reach = (text) => {
  for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
    if (wanted.has(name) || set.has(name) || !tokens.has(name)) continue;
    wanted.set(name, tokens.get(name).replace(/^None$/, "none"));
    reach(tokens.get(name));
  }
};
[small, ...own].forEach(reach);
const subset = `:root{${[...wanted].map(([name, value]) => `${name}:${value}`).join(";")}}`;

const head = "/*! Wijkteam, EUPL-1.2. Contains @utrecht/*-css and a subset of voorbeeld-design-tokens (EUPL-1.2): see VERSION. */\n";
const built = head + shrink(subset + own[0]) + small + shrink(own[1]) + "\n";
writeFileSync(join(css, "wijkteam.css"), built);

const list = Object.entries(versions).filter(([name]) => name !== "lightningcss").map(([name, version]) => `${name} ${version}`);
writeFileSync(join(css, "VERSION"), `wijkteam.css is built by scripts/nlds_css (npm ci && npm run bouw) from, in this order:
- a subset of the tokens of @nl-design-system-unstable/voorbeeld-design-tokens (EUPL-1.2)
- thema.css, our theme over those tokens (EUPL-1.2)
- the component CSS of @utrecht/*-css, Copyright (c) Gemeente Utrecht, Frameless B.V. (EUPL-1.2), minus unused classes
- eigen.css, our additions (EUPL-1.2)
The fonts in static/fonts are Source Sans 3 (SIL Open Font License 1.1, see static/fonts/LICENSE).

${list.join("\n")}
`);

const family = join(modules, "@fontsource/source-sans-3");
for (const weight of [400, 600]) {
  for (const part of ["latin", "latin-ext"]) {
    const name = `source-sans-3-${part}-${weight}-normal.woff2`;
    copyFileSync(join(family, "files", name), join(fonts, name));
  }
}
copyFileSync(join(family, "LICENSE"), join(fonts, "LICENSE"));
console.log(`${wanted.size} tokens, ${built.length} bytes, ${gzipSync(built).length} gzipped; fonts:`, readdirSync(fonts).length);
