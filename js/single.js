// Starts the page that is one file: its WebAssembly stands in it, packed, since a file on somebody's
// machine may load no other.

import init, { mount } from "./byoc_readiness.js";
import { startPage } from "./page.js";

const wasm = /** @type {HTMLElement} */ (document.getElementById("wasm"));

/** What stands packed in an element. */
function unpacked(/** @type {HTMLElement | null} */ holds) {
  const packed = Uint8Array.from(atob(holds?.textContent ?? ""), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
}

startPage(async () => {
  await init({ module_or_path: await unpacked(wasm).arrayBuffer() });
  return { mount };
}, (tag) => unpacked(document.getElementById(`language-${tag}`)).json(), { date: wasm.dataset.date, atOnce: true });
