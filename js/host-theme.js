// Whether a calculator is light or dark: as was chosen, or as the page around it looks.

/**
 * @param {unknown} wanted
 * @returns {"light" | "dark" | undefined} nothing where none was chosen, as by `auto`
 */
export function chosenTheme(wanted) {
  return wanted === "light" || wanted === "dark" ? wanted : undefined;
}

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
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (light !== undefined) return light < 0.5 ? "dark" : "light";
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
  // Sites say it by a class, a data attribute or a style of an element around; one that fades over
  // has its new colours only at the end.
  const observer = new MutationObserver(look);
  for (let at = above(element); at; at = above(at)) observer.observe(at, { attributes: true });
  document.addEventListener("transitionend", look, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look, { signal });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}

/** The element around, out of shadow trees and slots too. */
function above(/** @type {Element} */ element) {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/**
 * How light a colour looks, from 0 to 1, near enough to tell light from dark; nothing where it lets
 * through what is behind. Colours are computed to a few forms, whatever they were written as.
 */
function lightness(/** @type {string} */ color) {
  const [form = "", rest = ""] = color.split("(");
  const [parts = "", slash] = rest.replace(/^(srgb|srgb-linear|display-p3|a98-rgb|prophoto-rgb|rec2020|xyz\S*) /, "").split("/");
  const [first = 0, second = 0, third = 0, fourth = 1] = parts.match(/-?[\d.]+(?:e[+-]?\d+)?/g)?.map(Number) ?? [];
  if (!form || !rest || (slash === undefined ? fourth : parseFloat(slash)) < 0.5) return undefined;
  if (form.startsWith("rgb")) return luminance(first / 255, second / 255, third / 255);
  if (form === "color") return luminance(first, second, third);
  // The first part of these is the lightness.
  if (form.startsWith("ok")) return first;
  return form === "lab" || form === "lch" ? first / 100 : undefined;
}

function luminance(/** @type {number} */ red, /** @type {number} */ green, /** @type {number} */ blue) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
