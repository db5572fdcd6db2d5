// The tests' words for a page that has the calculator in it.

import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { TODAY } from "../browser/calculator.ts";
import { test as pageTest } from "../browser/page.ts";

/** A built example of examples/. */
export const built = (folder: string) => fileURLToPath(new URL(`../../examples/${folder}`, import.meta.url));

/** What is seen of an element that stands in somebody's page. */
export class Embedded {
  readonly box: Locator;
  readonly word: Locator;
  readonly sentence: Locator;

  constructor(readonly root: Locator) {
    const verdict = root.getByRole("region", { name: "Verdict" });
    this.box = root.getByLabel("Exports and the welcome email");
    this.word = verdict.locator(".word");
    this.sentence = verdict.locator(".sentence");
  }
}

/** A test of an example, on the day of all tests. */
export const test = pageTest.extend<{ calculator: Embedded }>({
  page: async ({ page }, use) => {
    await page.clock.setFixedTime(TODAY);
    await use(page);
  },
  calculator: async ({ page }, use) => use(new Embedded(page.locator("byoc-readiness"))),
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
