// Everything that can be pressed is at least 24 by 24 px, or so far from the next that a finger that
// misses it by that much hits nothing else (WCAG 2.5.8).

import { expect, test } from "./calculator.ts";
import { STATES } from "./states.ts";

/** Targets that are too small and too near to another, by name. */
function tooSmall() {
  const LEAST = 24;
  const CONTROLS = "a[href], button, select, input, textarea, summary, label:has(input)";
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const shape = (element: Element) => element.getBoundingClientRect();
  // A field within its label is pressed by it; a hidden file field is.
  const all = [...document.querySelectorAll(CONTROLS)].filter((element) => {
    const isWithinLabel = element.matches("label input[type=file], label input[type=checkbox]");
    return isShown(element) && !isWithinLabel && shape(element).width > 1;
  });
  // In a sentence the line decides how high a link is.
  const isInSentence = (element: Element) => {
    const around = element.parentElement!.textContent!.trim();
    return element.matches("a") && around.length > element.textContent!.trim().length + 3;
  };
  const middle = (element: Element) => {
    const { x, y, width, height } = shape(element);
    return { x: x + width / 2, y: y + height / 2 };
  };
  const isNear = (small: Element, other: Element) => {
    const { x, y } = middle(small);
    const { left, right, top, bottom, width, height } = shape(other);
    const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
    const isSmall = width < LEAST || height < LEAST;
    const at = middle(other);
    const apart = isSmall ? Math.hypot(at.x - x, at.y - y) < LEAST : false;
    return Math.hypot(dx, dy) < LEAST / 2 || apart;
  };
  const small = all.filter((element) => {
    const { width, height } = shape(element);
    return (width < LEAST - 0.01 || height < LEAST - 0.01) && !isInSentence(element);
  });
  const isTooNear = (element: Element) =>
    all.some((other) => other !== element && !other.contains(element) && !element.contains(other) && isNear(element, other));
  return {
    checked: all.length,
    tooSmall: small.filter(isTooNear).map((element) => {
      const { width, height } = shape(element);
      return `${element.tagName} “${element.textContent!.trim().slice(0, 30)}” ${Math.round(width)}×${Math.round(height)}`;
    }),
  };
}

for (const [state, reach] of Object.entries(STATES)) {
  test(`every target is large enough while ${state}`, async ({ page, calculator }) => {
    await reach(calculator);
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const { checked, tooSmall: found } = await page.evaluate(tooSmall);
      expect(checked).toBeGreaterThan(15);
      expect(found, `at ${width} px`).toEqual([]);
    }
  });
}
