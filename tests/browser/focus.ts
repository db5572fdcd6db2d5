// The focus: where it is, whether a ring shows it, and whether something hides it.

import { type Locator, type Page, expect } from "@playwright/test";

export const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Goes there by Tab, or by Shift+Tab. */
export async function tabTo(target: Locator, key = "Tab") {
  for (let stops = 0; stops < 150; stops++) {
    await target.page().keyboard.press(key);
    if (await isFocused(target)) return;
  }
  await expect(target, "reached by Tab").toBeFocused();
}

/** What is focused, once that is painted: its name, whether a ring shows it, and whether something covers it. */
export function focused(page: Page) {
  return page.evaluate(async () => {
    // A frame ends with what it scrolls; the next one begins behind that.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A hidden file field's ring is drawn around its label.
    const shown = element.matches("input[type=file]") ? element.closest("label")! : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const { left, top, width, height } = shown.getBoundingClientRect();
    const isTall = height > innerHeight / 2;
    const at = (x: number, y: number) => document.elementFromPoint(x, y);
    const hit = at(left + width / 2, isTall ? Math.max(top, 0) + 4 : top + height / 2);
    return {
      name: element.getAttribute("aria-label") ?? (element.textContent?.trim().slice(0, 40) || element.outerHTML.slice(0, 120)),
      hasRing: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
      isUncovered: hit !== null && (shown.contains(hit) || hit.contains(shown)),
    };
  });
}

/** Every stop of Tab from the top of the page until the focus leaves it. */
export async function walk(page: Page, key: string) {
  const stops = [];
  for (let at = 0; at < 180; at++) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error("Tab never leaves the page");
}
