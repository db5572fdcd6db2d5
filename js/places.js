// Elements of a calculator, found again in the one that takes its place: both are drawn alike.

/** More rounds of microtasks than it takes until the calculator's fields are filled. */
const TURNS = 8;

/** Waits until a calculator that was drawn is filled; no key and no frame comes in between. */
export async function filled() {
  for (let turn = 0; turn < TURNS; turn++) await undefined;
}

/**
 * How to find an element in what takes the place of `app`'s content: by its ID, or by the way to it.
 *
 * @param {HTMLElement} app
 * @param {Element} element
 * @returns {(app: HTMLElement) => Element | null | undefined}
 */
export function placeIn(app, element) {
  if (element === app) return (app) => app;
  if (element.id) return (app) => app.querySelector(`#${CSS.escape(element.id)}`);
  /** @type {number[]} */
  const way = [];
  for (let at = element; at !== app && at.parentElement; at = at.parentElement) {
    way.unshift([...at.parentElement.children].indexOf(at));
  }
  return (app) => {
    const there = way.reduce((/** @type {Element | undefined} */ at, index) => at?.children[index], app);
    return there?.localName === element.localName ? there : undefined;
  };
}

/** What switches the call mode, and what unfolds; the call mode first, since it has folds of its own. */
const SWITCHES = ["#call-mode", "details, [aria-expanded]"];

/**
 * Switches on in the next calculator what is switched on in this one, and off what is off: no
 * assessment holds it.
 *
 * @param {HTMLElement} app
 */
export function switched(app) {
  const before = SWITCHES.map((which) => ({
    which,
    switches: [...app.querySelectorAll(which)].map((it) => ({ place: placeIn(app, it), was: isOn(it) })),
  }));
  return async (/** @type {HTMLElement} */ app) => {
    for (const { which, switches } of before) {
      await filled();
      for (const { place, was } of switches) {
        const now = place(app);
        // A host's other options draw other things in the same places.
        if (!now?.matches(which) || isOn(now) === was) continue;
        if (now instanceof HTMLDetailsElement) now.open = was;
        else if (now instanceof HTMLElement) now.click();
      }
    }
    // A call takes the focus.
    await filled();
  };
}

function isOn(/** @type {Element} */ it) {
  if (it instanceof HTMLDetailsElement) return it.open;
  return [it.getAttribute("aria-pressed"), it.getAttribute("aria-expanded")].includes("true");
}
