// The languages beside English as files of a built page, each under the hash of what is in it, and named
// in its index.html with its integrity: the page asks for one once it speaks it.
// Usage: node xtask/scripts/languages.mjs <folder of the built page>

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, module } from "./sentences.mjs";

const [, , dist] = process.argv;
const index = join(dist, "index.html");

const links = LANGUAGES.map((tag) => {
  const text = module(tag);
  const hash = (kind, as) => createHash(kind).update(text).digest(as);
  const name = `language-${tag}-${hash("sha256", "hex").slice(0, 16)}.js`;
  writeFileSync(join(dist, name), text);
  const integrity = `sha384-${hash("sha384", "base64")}`;
  return `<link data-language="${tag}" href="./${name}" integrity="${integrity}">`;
});
const html = readFileSync(index, "utf8");
if (html.split("</head>").length !== 2) throw new Error(`${index} has not one head`);
writeFileSync(index, html.replace("</head>", () => `${links.join("")}</head>`));
