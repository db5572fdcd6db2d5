// Names the WebAssembly of a built page, and the glue that belongs to it, by what is in them. Trunk names
// them by what the compiler left, in which the mark of a dependency is a hash of a path of the machine.
// Usage: node xtask/scripts/names.mjs <folder of the built page>

import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceOnce } from "./once.mjs";

const [, , dist] = process.argv;
const index = join(dist, "index.html");
const LINKED = /href="\.\/(byoc-readiness-)([0-9a-f]{16})_bg\.wasm"/;

let html = readFileSync(index, "utf8");
const [, name, given] = LINKED.exec(html) ?? [];
if (!given) throw new Error(`${index} links to no WebAssembly with a hash in its name`);

const ENDINGS = ["_bg.wasm", ".js"];
const hash = createHash("sha256");
for (const ending of ENDINGS) hash.update(readFileSync(join(dist, `${name}${given}${ending}`)));
const own = hash.digest("hex").slice(0, 16);
for (const ending of ENDINGS) {
  const [from, to] = [given, own].map((hash) => `${name}${hash}${ending}`);
  renameSync(join(dist, from), join(dist, to));
  html = replaceOnce(html, from, () => to);
}
writeFileSync(index, html);
