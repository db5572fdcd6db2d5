// Starts the hosted page, and is the worker that reads its large sources. It is a file of its own
// because the Content-Security-Policy forbids inline scripts, and it finds the hashed names of the
// other two in the links of index.html.

import { large } from "./large.js";
import { startPage } from "./page.js";
import { work } from "./work.js";

const link = (/** @type {string} */ kind) =>
  /** @type {HTMLLinkElement} */ (document.querySelector(`link:is([rel="${kind}"], [data-later="${kind}"])`));

/** What a language says, by the hash of its link. */
async function language(/** @type {string} */ tag) {
  const script = /** @type {HTMLLinkElement} */ (document.querySelector(`link[data-language="${tag}"]`));
  script.rel = "modulepreload";
  return (await import(script.href)).default;
}

async function loaded() {
  const [script, wasm] = [link("modulepreload"), link("preload")];
  // The link loads nothing before, and holds the script to its hash.
  script.rel = "modulepreload";
  const [module, { default: init, mount }] = await Promise.all([
    fetch(wasm.href, { integrity: wasm.integrity }).then(compiled),
    import(script.href),
  ]);
  await init({ module_or_path: module });
  return { mount, large: large(import.meta.url, script.href, module) };
}

/** A server may not know the type without which a browser does not compile what is still arriving. */
async function compiled(/** @type {Response} */ wasm) {
  const isTyped = wasm.headers.get("content-type") === "application/wasm";
  return isTyped ? WebAssembly.compileStreaming(wasm) : WebAssembly.compile(await wasm.arrayBuffer());
}

if (typeof document === "undefined") work();
else startPage(loaded, language);
