// axe finds nothing, in any state, in light and dark, narrow and wide.

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./calculator.ts";
import { STATES } from "./states.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds in light and in dark: rule and place. */
async function violations(page: Page) {
  const found = new Set<string>();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    for (const { id, nodes } of violations) for (const { target } of nodes) found.add(`${colorScheme}: ${id} at ${target}`);
  }
  return [...found];
}

for (const width of [360, 1440]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const [state, reach] of Object.entries(STATES)) {
      test(`axe finds nothing while ${state}`, async ({ page, calculator }) => {
        await reach(calculator);
        expect(await violations(page)).toEqual([]);
      });
    }

    test.describe("embedded", () => {
      test.use({ path: "/?embed=1" });
      test("axe finds nothing", async ({ page, calculator }) => {
        await calculator.box.fill("Dear Dana,");
        expect(await violations(page)).toEqual([]);
      });
    });
  });
}
