// axe finds nothing, in any state, in light and dark, narrow and wide.

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./calculator.ts";
import { STATES } from "./states.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds: rule and place. The dark page differs from the light one by its colours alone. */
async function violations(page: Page) {
  const axe = () => new AxeBuilder({ page }).setLegacyMode();
  await page.emulateMedia({ colorScheme: "light" });
  const light = await axe().withTags(TAGS).analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axe().withRules("color-contrast").analyze();
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target}`));
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
