// axe finds nothing, in any state, in light, dark and forced colours, narrow and wide.

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./calculator.ts";
import { STATES } from "./states.ts";

/** axe takes seconds a page. */
test.describe.configure({ timeout: 60_000 });

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds: rule and place. */
async function violations(page: Page, look: (axe: AxeBuilder) => AxeBuilder) {
  const { violations } = await look(new AxeBuilder({ page }).setLegacyMode()).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target}`));
}

const everything = (axe: AxeBuilder) => axe.withTags(TAGS);

/** The dark page differs from the light one by its colours alone. */
const contrast = (axe: AxeBuilder) => axe.withRules("color-contrast");

/** axe takes the page's colours for the painted ones: contrast.spec.ts looks at those. */
const allButContrast = (axe: AxeBuilder) => everything(axe).disableRules("color-contrast");

async function expectNothing(page: Page) {
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await violations(page, everything), "light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, contrast), "dark").toEqual([]);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  expect(await violations(page, allButContrast), "forced").toEqual([]);
  await page.emulateMedia({ forcedColors: "none" });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await violations(page, allButContrast), "narrow").toEqual([]);
}

for (const [state, reach] of Object.entries(STATES)) {
  test(`axe finds nothing while ${state}`, async ({ page, calculator }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await reach(calculator);
    await expectNothing(page);
  });
}

test.describe("embedded", () => {
  test.use({ path: "/?embed=1" });
  test("axe finds nothing", async ({ page, calculator }) => {
    await calculator.box.fill("Dear Dana,");
    await expectNothing(page);
  });
});
