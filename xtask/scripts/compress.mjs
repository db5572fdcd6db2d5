// Writes a Brotli and a gzip sidecar beside each file of a directory that a server would compress:
// `x.js` gets `x.js.br` and `x.js.gz`. A sidecar that would be no smaller is left out.
//
//     node xtask/scripts/compress.mjs dist

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const COMPRESSIBLE = new Set([".html", ".js", ".css", ".wasm", ".json", ".svg"]);

/** Byte 9 of a gzip header names the system that wrote it; 255 is “unknown”. */
const GZIP_SYSTEM = 9;

async function brotlied(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}

/** The same bytes on every system and on every day: Node writes no time stamp. */
async function gzipped(bytes) {
  const packed = await promisify(gzip)(bytes, { level: 9 });
  packed[GZIP_SYSTEM] = 255;
  return packed;
}

async function compress(file) {
  const bytes = readFileSync(file);
  for (const [extension, packing] of [[".br", brotlied(bytes)], [".gz", gzipped(bytes)]]) {
    const packed = await packing;
    if (packed.length < bytes.length) writeFileSync(file + extension, packed);
    else rmSync(file + extension, { force: true });
  }
}

const [directory] = process.argv.slice(2);
const files = readdirSync(directory, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && COMPRESSIBLE.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
await Promise.all(files.map(compress));
