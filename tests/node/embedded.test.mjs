// What other pages load under an exact version: the package's own files, and a hash of each.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const PACKAGE = new URL("../../pkg/", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8"));
const HOSTED = new URL(`../../dist/embed/${version}/`, import.meta.url);

const bytes = (name, folder = HOSTED) => readFileSync(new URL(name, folder));
const hash = (name) => `sha384-${createHash("sha384").update(bytes(name)).digest("base64")}`;
const integrity = JSON.parse(bytes("integrity.json"));

test("integrity.json names each file beside it, with its hash", () => {
  const files = readdirSync(HOSTED).filter((name) => !/\.(br|gz)$/.test(name) && name !== "integrity.json");
  assert.deepEqual(Object.keys(integrity).sort(), files.sort());
  for (const name of files) assert.equal(integrity[name], hash(name), name);
});

test("the element holds the hash of what it loads, and of nothing else", () => {
  const held = new Set(bytes("embed.js").toString().match(/sha384-[\w+/]{64}/g));
  const { "embed.js": _itself, "frame.js": _loader, "sbom.cdx.json": _list, ...loaded } = integrity;
  assert.deepEqual([...held].sort(), Object.values(loaded).sort());
});

test("what it loads is the package's, byte for byte", () => {
  for (const name of ["byoc_readiness.js", "byoc_readiness_bg.wasm", "style.js", "frame.js"]) {
    assert.ok(bytes(name).equals(bytes(name, PACKAGE)), name);
  }
});

test("the package's element holds no hash, since a bundler makes files of its own", () => {
  assert.doesNotMatch(bytes("embed.js", PACKAGE).toString(), /sha384-/);
});

test("the loader of the frame is a classic script, and small", () => {
  const text = bytes("frame.js").toString();
  assert.doesNotMatch(text, /^\s*(import|export)\b/m);
  assert.ok(text.length < 6_000, `${text.length} bytes`);
});
