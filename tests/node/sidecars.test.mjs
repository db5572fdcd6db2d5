// What stands in dist/ as a server sends it: the sidecars are the originals, and a name that is
// kept for good says what it holds.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const COMPRESSIBLE = /\.(html|js|css|wasm|json|svg)$/;
const UNPACK = { ".br": brotliDecompressSync, ".gz": gunzipSync };

const names = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)));
const bytes = (name) => readFileSync(join(DIST, name));
const sidecars = names.filter((name) => extname(name) in UNPACK);

test("each sidecar is its original, packed, and smaller", () => {
  assert.notEqual(sidecars.length, 0);
  for (const name of sidecars) {
    const kind = extname(name);
    const original = bytes(name.slice(0, -kind.length));
    assert.ok(bytes(name).length < original.length, name);
    assert.ok(UNPACK[kind](bytes(name)).equals(original), name);
  }
});

test("every file that a page loads has both", () => {
  for (const name of names.filter((name) => COMPRESSIBLE.test(name) && bytes(name).length > 500)) {
    for (const kind of Object.keys(UNPACK)) assert.ok(existsSync(join(DIST, name + kind)), name + kind);
  }
});

test("no gzip sidecar says when or on what it was made", () => {
  for (const name of sidecars.filter((name) => name.endsWith(".gz"))) {
    const head = bytes(name);
    assert.equal(head.readUInt32LE(4), 0, name);
    assert.equal(head[9], 255, name);
  }
});

test("what is kept for good has a hash in its name, or a version in its path", () => {
  for (const name of names.filter((name) => /\.(js|css|wasm)$/.test(name))) {
    assert.match(name, /^[^/]+-[0-9a-f]{8,16}(_bg)?\.(js|css|wasm)$|^embed\/\d+\.\d+\.\d+\//);
  }
});
