// The page as one file, which opens from a disk or an email without a network:
// dist/byoc-readiness.html, made of the files of dist/index.html.
// Usage: node xtask/scripts/one_file.mjs <version>

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { replaceOnce } from "./once.mjs";
import { LANGUAGES, sentences } from "./sentences.mjs";
import { sourcesDate } from "./sources_date.mjs";

const [, , version] = process.argv;
/** The day of the sources, in UTC. */
const date = new Date(sourcesDate() * 1000).toISOString().slice(0, 10);
const DIST = "dist";
const GLUE = resolve("pkg/byoc_readiness.js");
const WASM = "pkg/byoc_readiness_bg.wasm";

const style = readFileSync("pkg/byoc-readiness.css", "utf8").trim();
/** The scripts name the glue as they find it in the package. */
const glue = {
  name: "glue",
  setup: (build) => build.onResolve({ filter: /\/byoc_readiness\.js$/ }, () => ({ path: GLUE })),
};
const { outputFiles } = await build({
  entryPoints: ["js/single.js"],
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  plugins: [glue],
  // The glue's own way to its WebAssembly, which this page has in itself.
  define: { "import.meta.url": '"about:blank"' },
});
const script = outputFiles[0].text.trim();
// Packed once more it would be no smaller: gzip is what every browser can unpack.
const wasm = gzipSync(readFileSync(WASM), { level: 9 }).toString("base64");

const languages = LANGUAGES.map((tag) => {
  const packed = gzipSync(JSON.stringify(sentences(tag)), { level: 9 }).toString("base64");
  return `<script type="application/octet-stream" id="language-${tag}">${packed}</script>`;
});

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
// Stricter than the hosted page's: nothing but these two texts, and no connection to anywhere.
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

for (const text of [script, style]) {
  if (/<\/(script|style)/i.test(text)) throw new Error("a text would end its own element");
}

let html = readFileSync(`${DIST}/index.html`, "utf8");
html = replaceOnce(html, /(?<=content=")default-src[^"]*(?=")/, () => policy);
html = html.replace(/\s*<link data-(later|language)="[^>]*>/g, "");
html = replaceOnce(html, /<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`);
html = replaceOnce(html, /\s*<script [^>]*type="module"[^>]*><\/script>/, () => "");
html = replaceOnce(
  html,
  "</body>",
  () =>
    `<script type="application/octet-stream" id="wasm" data-date="${date}">${wasm}</script>` +
    languages.join("") +
    `<script type="module">${script}</script></body>`,
);
html = replaceOnce(html, "<head>", () => `<head><!-- byoc-readiness ${version}, ${date} -->`);

const left = html.match(/(?:href|src)="\.\/[^"]*"/);
if (left) throw new Error(`${left[0]} is not in the file itself`);
for (const name of readdirSync(DIST).filter((name) => /-[0-9a-f]{8,16}[._]/.test(name))) {
  if (html.includes(name)) throw new Error(`the file asks for ${name}`);
}
writeFileSync(`${DIST}/byoc-readiness.html`, html);
