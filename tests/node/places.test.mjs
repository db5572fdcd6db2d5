// What is switched on in a calculator, in the one that takes its place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const { window } = new JSDOM();
const { document } = window;
Object.assign(globalThis, {
  CSS: { escape: (name) => name },
  HTMLDetailsElement: window.HTMLDetailsElement,
  HTMLElement: window.HTMLElement,
});
const { switched } = await import("../../js/places.js");

/** A place with this in it, whose buttons do what the page's do, and say which was clicked. */
function drawn(markup) {
  const app = document.createElement("div");
  app.innerHTML = markup;
  const clicked = [];
  app.addEventListener("click", ({ target }) => {
    clicked.push(target.textContent);
    for (const name of ["aria-expanded", "aria-pressed"]) {
      if (target.hasAttribute(name)) target.setAttribute(name, String(target.getAttribute(name) !== "true"));
    }
  });
  return { app, clicked };
}

const fold = (isOpen) => `<details${isOpen ? " open" : ""}><summary>more</summary></details>`;
const more = (isOpen, name = "more") => `<button aria-expanded="${isOpen}">${name}</button>`;
const call = (isOn) => `<button id="call-mode" aria-pressed="${isOn}">call</button>`;

const CASES = [
  { what: "what was unfolded", before: fold(true), drawn: fold(false), after: fold(true) },
  { what: "what was folded", before: fold(false), drawn: fold(true), after: fold(false) },
  { what: "what is as it was", before: fold(true) + more(true), drawn: fold(true) + more(true), after: fold(true) + more(true) },
  {
    what: "a button that unfolds",
    before: `<p>${more(true)}</p>${more(false)}`,
    drawn: `<p>${more(false, "mehr")}</p>${more(false, "mehr")}`,
    after: `<p>${more(true, "mehr")}</p>${more(false, "mehr")}`,
    clicked: ["mehr"],
  },
  {
    what: "the call, wherever its button is",
    before: `<p></p>${call(true)}`,
    drawn: `<div>${call(false)}</div>`,
    after: `<div>${call(true)}</div>`,
    clicked: ["call"],
  },
  { what: "another button in its place", before: more(true), drawn: "<button>Clear</button>", after: "<button>Clear</button>" },
  { what: "something else in its place", before: more(true), drawn: "<p>none</p>", after: "<p>none</p>" },
  { what: "nothing in its place", before: `<p></p>${fold(true)}`, drawn: "", after: "" },
];

for (const { what, before, drawn: markup, after, clicked = [] } of CASES) {
  test(what, async () => {
    const switchAgain = switched(drawn(before).app);
    const next = drawn(markup);
    await switchAgain(next.app);
    assert.equal(next.app.innerHTML.replaceAll('=""', ""), after);
    assert.deepEqual(next.clicked, clicked);
  });
}
