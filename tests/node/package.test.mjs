// The built package, as a program in Node uses it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PACKAGE = new URL("../../pkg/", import.meta.url);
const DIST = new URL("../../dist/", import.meta.url);

const text = (name) => readFileSync(new URL(name, PACKAGE), "utf8");
const manifest = JSON.parse(text("package.json"));
const wasm = readFileSync(new URL("byoc_readiness_bg.wasm", PACKAGE));
// Resolved by the package's own name, so that its `exports` are what finds the files.
const { resolve } = createRequire(new URL("package.json", PACKAGE));

test("its name leads to the module and to the wasm", () => {
  const path = (name) => fileURLToPath(new URL(name, PACKAGE));
  assert.equal(resolve("byoc-readiness"), path("byoc_readiness.js"));
  assert.equal(resolve("byoc-readiness/byoc_readiness_bg.wasm"), path("byoc_readiness_bg.wasm"));
});

test("it starts from the wasm's bytes and tells its version", async () => {
  const { default: init, version } = await import(resolve("byoc-readiness"));
  await init({ module_or_path: wasm });
  assert.equal(version(), manifest.version);
});

/** Classes that Leptos's dependency wasm-streams exports for its own use. */
const FOREIGN = /^IntoUnderlying/;

test("its declarations name what it exports, and nothing else", async () => {
  const declared = text("byoc_readiness.d.ts").matchAll(/^export (default )?function (\w+)/gm);
  const names = Array.from(declared, ([, isDefault, name]) => (isDefault ? "default" : name));
  const module = await import(resolve("byoc-readiness"));
  const exported = Object.keys(module).filter((name) => !FOREIGN.test(name));
  assert.deepEqual(exported.sort(), names.sort());
});

test("its wasm is the page's, byte for byte", () => {
  const [name, ...others] = readdirSync(DIST).filter((file) => file.endsWith(".wasm"));
  assert.deepEqual(others, []);
  assert.ok(wasm.equals(readFileSync(new URL(name, DIST))));
});
