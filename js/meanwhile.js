// What a person does on the drawn page before the calculator arrives, and doing it again once it is
// there: both have the same elements in the same places.

import { filled, placeIn } from "./places.js";

/** Texts of this many characters the calculator does not put into the box (`CARD_FROM` of the store). */
const LARGE = 200_000;

/**
 * @param {HTMLElement} app where the page is drawn
 * @param {() => void} acted is told of everything that the calculator will have to answer
 */
export function meanwhile(app, acted) {
  /** @type {{ on: Element, again: (now: Element) => void }[]} */
  const acts = [];
  const ended = new AbortController();
  const hear = (/** @type {string} */ type, /** @type {(event: any) => void} */ does) =>
    app.addEventListener(type, does, { capture: true, signal: ended.signal });
  const hearPage = (/** @type {string} */ type, /** @type {(event: any) => void} */ does) =>
    addEventListener(type, does, { signal: ended.signal });

  /** @param {Element} on */
  const act = (on, /** @type {(now: Element) => void} */ again) => {
    acts.push({ on, again });
    acted();
  };

  /** A field counts once, as it is at last, where it was last changed. */
  const changed = (/** @type {{ target: unknown }} */ { target }) => {
    if (!isField(target)) return;
    const before = acts.findIndex(({ on }) => on === target);
    if (before >= 0) acts.splice(before, 1);
    act(target, (now) => isField(now) && fill(now, target));
  };
  const pasted = (/** @type {Element} */ on, /** @type {string} */ text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const init = { clipboardData: data, bubbles: true, cancelable: true };
    act(on, (now) => now.dispatchEvent(new ClipboardEvent("paste", init)));
  };
  hear("input", changed);
  hear("change", changed);
  hear("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (button) act(button, (now) => now instanceof HTMLElement && now.click());
  });
  hear("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.length <= LARGE || !isField(event.target)) return;
    event.preventDefault();
    pasted(event.target, text);
  });
  const over = (/** @type {boolean} */ isOver) => app.querySelector(".sources")?.classList.toggle("over", isOver);
  hearPage("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    // Else the browser would leave the page for the file.
    event.preventDefault();
    over(true);
  });
  hearPage("dragleave", () => over(false));
  hearPage("drop", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const data = new DataTransfer();
    for (const file of event.dataTransfer?.files ?? []) data.items.add(file);
    const init = { dataTransfer: data, bubbles: true, cancelable: true };
    if (data.files.length > 0) act(app, (now) => now.dispatchEvent(new DragEvent("drop", init)));
  });

  // What was done before this script came, no event told; it stands in the fields.
  for (const field of app.querySelectorAll("input, select, textarea")) {
    if (!isField(field) || !isChanged(field)) continue;
    if (field.value.length > LARGE) {
      pasted(field, field.value);
      field.value = "";
    } else {
      changed({ target: field });
    }
  }

  return {
    /** Whether something waits to be done again. */
    isTouched: acts.length > 0,
    /** Puts the calculator in place of the page that is drawn, and does again what was done on it. */
    async replace(/** @type {() => void} */ mount) {
      ended.abort();
      const places = new Map(acts.map(({ on }) => [on, placeIn(app, on)]));
      const unfolded = [...app.querySelectorAll("details[open]")].map((it) => placeIn(app, it));
      const choices = [...app.querySelectorAll("input[type=file]")].map((it) => ({ it, place: placeIn(app, it) }));
      const focus = focused(app);
      const [left, top] = [scrollX, scrollY];
      mount();
      // Before it nothing typed would last.
      await filled();
      for (const place of unfolded) {
        const details = place(app);
        if (details instanceof HTMLDetailsElement) details.open = true;
      }
      for (const { it, place } of choices) later(it, place(app));
      focus?.(app);
      scrollTo({ left, top, behavior: "instant" });
      for (const { on, again } of acts) {
        const now = places.get(on)?.(app);
        if (now) again(now);
      }
      delete app.dataset.drawn;
      if (acts.length > 0) requestAnimationFrame(() => setTimeout(() => sayAgain(app)));
    },
    idle: idle(app, ended.signal),
  };
}

/**
 * Settles once nothing is in the midst of being done, which would be lost with what it is done to: a
 * text that an input method composes, a button or a key that is held down.
 */
function idle(/** @type {HTMLElement} */ app, /** @type {AbortSignal} */ signal) {
  let held = 0;
  /** @type {(() => void)[]} */
  const waiting = [];
  const count = (/** @type {number} */ change) => () => {
    held = Math.max(0, held + change);
    // A click comes behind the end of what it is made of.
    setTimeout(() => held === 0 && waiting.splice(0).forEach((done) => done()));
  };
  const options = { capture: true, signal };
  for (const begins of ["compositionstart", "pointerdown"]) app.addEventListener(begins, count(1), options);
  for (const ends of ["compositionend", "pointerup", "pointercancel"]) addEventListener(ends, count(-1), options);
  let key = "";
  app.addEventListener("keydown", ({ code }) => key || ((key = code), count(1)()), options);
  addEventListener("keyup", ({ code }) => code === key && ((key = ""), count(-1)()), options);
  // What ends elsewhere is not heard of here.
  addEventListener("blur", ({ target }) => target === window && ((key = ""), count(-held)()), { signal });
  return () => new Promise((/** @type {(value?: void) => void} */ done) => (held === 0 ? done() : void waiting.push(done)));
}

/** @returns {it is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */
function isField(/** @type {unknown} */ it) {
  return it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement || it instanceof HTMLSelectElement;
}

/**
 * Whether a field holds something else than what the page was drawn with.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
 */
function isChanged(field) {
  if (field instanceof HTMLSelectElement) {
    const drawn = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(0, drawn);
  }
  return field.value !== field.defaultValue || (field instanceof HTMLInputElement && field.checked !== field.defaultChecked);
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} now
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} before
 */
function fill(now, before) {
  if (now instanceof HTMLInputElement && before instanceof HTMLInputElement) {
    if (before.type === "file") now.files = before.files;
    else [now.value, now.checked] = [before.value, before.checked];
  } else {
    now.value = before.value;
  }
  for (const type of ["input", "change"]) now.dispatchEvent(new Event(type, { bubbles: true }));
}

/** What is new altogether, no screen reader says; it says what changes in a place that it knows. */
function sayAgain(/** @type {HTMLElement} */ app) {
  for (const place of app.querySelectorAll("[role=status]")) {
    if (place.textContent?.trim()) place.append(...place.childNodes);
  }
}

/** A browser's dialog that chooses files may still be open, and gives them to the field it was opened by. */
function later(/** @type {Element} */ before, /** @type {Element | null | undefined} */ now) {
  before.addEventListener("change", () => isField(before) && isField(now) && fill(now, before));
}

/** Puts the focus and the selection where they are now. */
function focused(/** @type {HTMLElement} */ app) {
  const before = document.activeElement;
  if (!before || before === app || !app.contains(before)) return undefined;
  const place = placeIn(app, before);
  const { selectionStart = null, selectionEnd = null } = /** @type {HTMLTextAreaElement} */ (before);
  return (/** @type {HTMLElement} */ app) => {
    const now = place(app);
    if (!(now instanceof HTMLElement)) return;
    now.focus({ preventScroll: true });
    const writes = now instanceof HTMLTextAreaElement && before instanceof HTMLTextAreaElement;
    // The text comes with what is done again, and is needed before for a selection in it.
    if (writes && selectionStart !== null) {
      now.value = before.value;
      now.setSelectionRange(selectionStart, selectionEnd);
    }
  };
}
