// Starts the page that is one file: its WebAssembly stands in it, packed, since a file on somebody's
// machine may load no other.

import init, { mount } from "./byoc_readiness.js";
import { asked } from "./address.js";
import { excuse, notice } from "./excuse.js";
import { wear } from "./framed.js";

const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const { compact, theme, keep, begin } = asked(location, false);
const waiting = element("waiting");
waiting.hidden = false;
wear(theme);

try {
  const packed = Uint8Array.from(atob(element("wasm").textContent ?? ""), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await init({ module_or_path: await new Response(unpacked).arrayBuffer() });
  mount(element("app"), { ...begin, compact, keep, within: "page", date: element("wasm").dataset.date });
} catch (error) {
  notice(waiting, excuse(error));
  console.error(error);
}
