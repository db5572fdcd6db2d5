// Whether the page around is light or dark, found from how it looks.

/**
 * @param {Element} element where the calculator stands
 * @returns {"light" | "dark"}
 */
export function hostTheme(element) {
  const schemes = getComputedStyle(element).colorScheme.split(" ");
  if (schemes.includes("dark") || schemes.includes("light")) {
    if (!schemes.includes("dark")) return "light";
    if (!schemes.includes("light")) return "dark";
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  for (let at = /** @type {Element | null} */ (element); at; at = above(at)) {
    const ground = components(getComputedStyle(at).backgroundColor);
    if (ground) return luminance(ground) < 0.5 ? "dark" : "light";
  }
  return "light";
}

/**
 * Tells of each change of it, until `signal` is aborted.
 *
 * @param {Element} element
 * @param {(theme: "light" | "dark") => void} tell
 * @param {AbortSignal} signal
 */
export function watchTheme(element, tell, signal) {
  let last = hostTheme(element);
  const look = () => {
    const now = hostTheme(element);
    if (now !== last) tell((last = now));
  };
  tell(last);
  // Sites say it by a class, a data attribute or a style of the outermost elements; one that fades
  // over has its new colours only at the end.
  const outermost = [document.documentElement, document.body];
  const observer = new MutationObserver(look);
  for (const at of outermost) observer.observe(at, { attributes: true });
  document.addEventListener("transitionend", look, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look, { signal });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}

/** The element around, out of shadow trees and slots too. */
function above(/** @type {Element} */ element) {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Red, green and blue of an opaque colour, from 0 to 1. */
function components(/** @type {string} */ color) {
  const numbers = color.match(/[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const isRgb = color.startsWith("rgb");
  if (!(isRgb || color.startsWith("color(srgb")) || numbers.length < 3) return undefined;
  const alpha = numbers[3] ?? 1;
  if (alpha < 0.5) return undefined;
  return numbers.slice(0, 3).map((part) => (isRgb ? part / 255 : part));
}

/** How light a colour looks, near enough to tell light from dark. */
function luminance(/** @type {number[]} */ [red = 0, green = 0, blue = 0]) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
