// Starts the hosted page. It is a file of its own because the Content-Security-Policy forbids inline
// scripts, and it finds the hashed names of the other two in the links that Trunk writes.

import { startPage } from "./page.js";

const link = (/** @type {string} */ kind) =>
  /** @type {HTMLLinkElement} */ (document.querySelector(`link[rel="${kind}"]`));

startPage(async () => {
  const wasm = link("preload");
  const { default: init, mount } = await import(link("modulepreload").href);
  // With the link's integrity, the request is the one that the browser has already made.
  await init({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity }) });
  return mount;
});
