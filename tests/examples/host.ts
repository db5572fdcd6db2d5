// The tests' words for a page that has the calculator in it.

import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { Calculator, TODAY } from "../browser/calculator.ts";
import { test as pageTest } from "../browser/page.ts";

/** A built example of examples/. */
export const built = (folder: string) => fileURLToPath(new URL(`../../examples/${folder}`, import.meta.url));

/** A test of an example, on the day of all tests. */
export const test = pageTest.extend<{ element: Locator; calculator: Calculator }>({
  page: async ({ page }, use) => {
    await page.clock.setFixedTime(TODAY);
    await use(page);
  },
  element: async ({ page }, use) => use(page.locator("byoc-readiness")),
  calculator: async ({ page, element }, use) => use(new Calculator(page, element)),
});

/** How light a colour is that the page computed, from 0 to 1. */
export function lightness(page: Page, colour: string): Promise<number> {
  return page.evaluate((colour) => {
    const context = document.createElement("canvas").getContext("2d")!;
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return (red! + green! + blue!) / 765;
  }, colour);
}

/** How far the page can be pushed sideways, at each width where it can. */
export async function sideways(page: Page): Promise<Record<number, number>> {
  const found: Record<number, number> = {};
  for (const width of [320, 360, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found[width] = over;
  }
  return found;
}
