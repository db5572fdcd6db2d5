// Starts the page that is one file: its WebAssembly stands in it, packed, since a file on somebody's
// machine may load no other.

import init, { mount } from "./byoc_readiness.js";
import { startPage } from "./page.js";

const wasm = /** @type {HTMLElement} */ (document.getElementById("wasm"));

startPage(async () => {
  const packed = Uint8Array.from(atob(wasm.textContent ?? ""), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await init({ module_or_path: await new Response(unpacked).arrayBuffer() });
  return { mount };
}, { date: wasm.dataset.date, atOnce: true });
