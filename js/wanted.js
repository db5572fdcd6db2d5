// When the calculator is wanted: what the drawn page shows and takes it does by itself, so that on a
// slow network nobody waits for what nobody has touched yet.

/** What a person does first: any of it calls for the calculator. */
const SIGNS = [
  ...["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "input", "click"],
  ...["dragover", "drop"],
];

/**
 * Settles at the first sign of a person.
 *
 * @returns {Promise<void>}
 */
export function wanted() {
  return new Promise((resolve) => {
    const seen = new AbortController();
    for (const sign of SIGNS) {
      const options = { capture: true, passive: true, signal: seen.signal };
      addEventListener(sign, () => (seen.abort(), resolve()), options);
    }
  });
}

/**
 * Whether the tab kept something under this name, which the drawn page does not show.
 *
 * @param {string} keep
 */
export function isKept(keep) {
  try {
    return sessionStorage.getItem(keep) !== null;
  } catch {
    return false;
  }
}
