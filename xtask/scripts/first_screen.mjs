// Draws the page's first screen into its index.html, as the calculator itself draws it with nothing
// entered, so that a browser shows it before any WebAssembly has come; and leaves that for when it is
// wanted (js/wanted.js).
// Usage: node xtask/scripts/first_screen.mjs <folder of the built page>

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { JSDOM } from "jsdom";
import { replaceOnce } from "./once.mjs";

const [, , dist] = process.argv;
const index = join(dist, "index.html");

/** The calculator's markup with nothing entered. */
async function drawn(html) {
  const { window } = new JSDOM(html, { url: "https://page.invalid/", pretendToBeVisual: true });
  // What wasm-bindgen's glue looks for is what a browser has in its global object.
  for (const name of Object.getOwnPropertyNames(window)) {
    const isOurs = name in globalThis && !/^(Event|EventTarget|navigator|MessagePort|performance)$/.test(name);
    if (!isOurs) Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
  Object.setPrototypeOf(globalThis, window.Window.prototype);

  const { document } = window;
  const file = (kind) => join(dist, document.querySelector(`link[rel="${kind}"]`).getAttribute("href"));
  const { initSync, mount } = await import(pathToFileURL(resolve(file("modulepreload"))));
  initSync({ module: readFileSync(file("preload")) });
  const app = document.getElementById("app");
  const kept = [...app.querySelectorAll("noscript, #waiting")];
  mount(app, { within: "page", keep: "byoc-readiness", onLanguage() {} });
  // It fills its fields in microtasks.
  await new Promise((later) => setTimeout(later));
  // What a field holds is no part of the markup.
  for (const select of app.querySelectorAll("select")) select.selectedOptions[0]?.setAttribute("selected", "");
  for (const input of app.querySelectorAll("input")) if (input.value) input.setAttribute("value", input.value);
  // At its end, where they move nothing else: js/meanwhile.js finds elements by their places.
  app.querySelector(".verdict").append(...kept);
  const whole = app.innerHTML.replaceAll(/<!--.*?-->/gs, "");
  // So that every build writes the same bytes, wherever and whenever it is made.
  if (whole.includes(new Date().toISOString().slice(0, 10))) throw new Error("the first screen holds this day");
  return whole;
}

let html = readFileSync(index, "utf8");
const markup = await drawn(html);
html = replaceOnce(html, /<div id="app" class="calculator">[\s\S]*<\/div>(?=\s*<\/body>)/, () =>
  `<div id="app" class="calculator" data-drawn>${markup}</div>`,
);
for (const kind of ["modulepreload", "preload"]) {
  html = replaceOnce(html, `<link rel="${kind}"`, () => `<link data-later="${kind}"`);
}
writeFileSync(index, html);
// What the page has begun, such as timers, would keep the program waiting.
process.exit();
