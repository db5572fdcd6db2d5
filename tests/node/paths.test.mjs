// No shipped file says where it was built.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Folders of this machine, and what any machine's have in them. */
const PATHS = [
  homedir(),
  ROOT.slice(0, -1),
  process.env.CARGO_HOME,
  process.env.CARGO_TARGET_DIR,
  "/registry/src/",
  ".cargo/",
  "/target/release/",
  // A dependency's mark, which has a hash of such a path in its name.
  "_WASM_SPLIT_MARKER_",
].filter((path) => path && path !== "/");

/** Every file but the sidecars, which are the same once more. */
const files = ["dist", "pkg"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
);

/** What a file holds; of the one file also the WebAssembly that is packed in it. */
function contents(file) {
  const text = readFileSync(file, "latin1");
  const packed = text.match(/<script type="application\/octet-stream" id="wasm"[^>]*>([^<]*)</);
  return packed ? text + gunzipSync(Buffer.from(packed[1], "base64")).toString("latin1") : text;
}

test("no shipped file names a folder of the machine", () => {
  assert.ok(files.some((file) => file.endsWith(".wasm")));
  const found = files.flatMap((file) => {
    const text = contents(file);
    return PATHS.filter((path) => text.includes(path)).map((path) => `${file}: ${path}`);
  });
  assert.deepEqual(found, []);
});

test("the one file's WebAssembly was looked at, too", () => {
  assert.match(contents(join(ROOT, "dist/byoc-readiness.html")), /leptos-0\.\d+\.\d+\/src\//);
});
