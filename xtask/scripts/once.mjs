/**
 * Replaces what must stand there once.
 *
 * @param {string} text
 * @param {string | RegExp} what
 * @param {() => string} by a function, since `$` means something in a replacement
 */
export function replaceOnce(text, what, by) {
  const times = text.split(what).length - 1;
  if (times !== 1) throw new Error(`${what} stands there ${times} times, not once`);
  return text.replace(what, by);
}
