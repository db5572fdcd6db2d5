// What other pages load: the custom element and the loader of the frame, for the package and, under
// the exact version and with the integrity of each file, for the web.
// Usage: node xtask/scripts/embed.mjs <version>

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { buildSync } from "esbuild";
import { LANGUAGES, module } from "./sentences.mjs";

const [, , version] = process.argv;
const PACKAGE = "pkg";
const HOSTED = `dist/embed/${version}`;
/** Where the page stands, seen from HOSTED. */
const PAGE = "../../";

/** What the custom element loads from beside itself. */
const SPOKEN = LANGUAGES.map((tag) => `language-${tag}.js`);
const LOADED = ["byoc_readiness.js", "byoc_readiness_bg.wasm", "style.js", ...SPOKEN];

/** What the WebAssembly is made of, for whoever asks. */
const SBOM = "sbom.cdx.json";

const COMMON = { bundle: true, minify: true, target: "es2022", logLevel: "warning" };

function element(folder, hosted) {
  buildSync({
    ...COMMON,
    entryPoints: ["js/embed.js"],
    outfile: `${folder}/embed.js`,
    format: "esm",
    external: ["./byoc_readiness.js", "./style.js", ...SPOKEN.map((name) => `./${name}`)],
    define: { HOSTED: JSON.stringify(hosted) },
  });
}

function loader(folder) {
  buildSync({ ...COMMON, entryPoints: ["js/frame.js"], outfile: `${folder}/frame.js`, format: "iife" });
}

const integrity = (name) =>
  `sha384-${createHash("sha384").update(readFileSync(`${HOSTED}/${name}`)).digest("base64")}`;
const all = (names) => Object.fromEntries(names.map((name) => [name, integrity(name)]));

const css = readFileSync(`${PACKAGE}/byoc-readiness.css`, "utf8");
writeFileSync(`${PACKAGE}/style.js`, `export default ${JSON.stringify(css)};\n`);
for (const tag of LANGUAGES) {
  writeFileSync(`${PACKAGE}/language-${tag}.js`, module(tag));
}
element(PACKAGE, null);
loader(PACKAGE);

mkdirSync(HOSTED, { recursive: true });
for (const name of [...LOADED, SBOM]) cpSync(`${PACKAGE}/${name}`, `${HOSTED}/${name}`);
element(HOSTED, { page: PAGE, integrity: all(LOADED) });
loader(HOSTED);
const published = all(["embed.js", "frame.js", SBOM, ...LOADED]);
writeFileSync(`${HOSTED}/integrity.json`, `${JSON.stringify(published, null, 2)}\n`);
