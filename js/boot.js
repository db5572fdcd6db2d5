// Starts the hosted page. It is a file of its own because the Content-Security-Policy forbids inline
// scripts, and it finds the hashed names of the other two in the links of index.html.

import { startPage } from "./page.js";

const link = (/** @type {string} */ kind) =>
  /** @type {HTMLLinkElement} */ (document.querySelector(`link:is([rel="${kind}"], [data-later="${kind}"])`));

startPage(async () => {
  const [script, wasm] = [link("modulepreload"), link("preload")];
  // The link loads nothing before, and holds the script to its hash.
  script.rel = "modulepreload";
  const [arrived, { default: init, mount }] = await Promise.all([
    fetch(wasm.href, { integrity: wasm.integrity }),
    import(script.href),
  ]);
  await init({ module_or_path: arrived });
  return mount;
});
