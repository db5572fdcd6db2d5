// Starts the page. It is a file of its own because the Content-Security-Policy forbids inline
// scripts, and it finds the hashed names of the other two in the links that Trunk writes.

import { asked } from "./address.js";
import { excuse, notice } from "./excuse.js";
import { framed, wear } from "./framed.js";
import { rescued } from "./rescue.js";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const waiting = /** @type {HTMLElement} */ (document.getElementById("waiting"));
const isFramed = parent !== window;
const { compact, frame: around, theme, keep, begin } = asked(location, isFramed);
waiting.hidden = false;
wear(theme);
const frame = around && framed(around);

const { rescue, isFault, tell } = rescued(app, keep);

try {
  const link = (/** @type {string} */ kind) =>
    /** @type {HTMLLinkElement} */ (document.querySelector(`link[rel="${kind}"]`));
  const wasm = link("preload");
  const { default: init, mount } = await import(link("modulepreload").href);
  // With the link's integrity, the request is the one that the browser has already made.
  await init({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity }) });
  const options = { compact, keep, within: frame ? "frame" : "page", onReport: frame?.told, rescue };
  const calculator = begun(mount, options);
  frame?.holds(calculator);
} catch (error) {
  if (isFault(error)) tell();
  else notice(waiting, excuse(error));
  console.error(error);
}

/** With what the address asks for, or without it and a word about what is wrong with it. */
function begun(/** @type {Function} */ mount, /** @type {object} */ options) {
  try {
    return mount(app, { ...begin, ...options });
  } catch (error) {
    if (isFault(error)) throw error;
    const place = document.createElement("p");
    app.before(place);
    const says = error instanceof Error ? error.message : String(error);
    notice(place, `The address asks for something that there is not: ${says}. The calculator begins without it.`);
    return mount(app, options);
  }
}
