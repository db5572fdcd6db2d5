// axe finds nothing, in any state, in light, dark and forced colours, narrow and wide.

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./calculator.ts";
import { STATES } from "./states.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The looks differ from one another by their colours alone. */
const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced, light": { colorScheme: "light", forcedColors: "active" },
  "forced, dark": { colorScheme: "dark", forcedColors: "active" },
} as const;

/** What axe finds: rule, look and place. */
async function violations(page: Page) {
  const found: string[] = [];
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media);
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (look === "light" ? axe.withTags(TAGS) : axe.withRules("color-contrast")).analyze();
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} in ${look} at ${target}`)));
  }
  await page.emulateMedia(LOOKS.light);
  return found;
}

for (const [state, reach] of Object.entries(STATES)) {
  test(`axe finds nothing while ${state}`, async ({ page, calculator }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await reach(calculator);
    expect(await violations(page), "at 1440 px").toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(page), "at 360 px").toEqual([]);
  });
}

test.describe("embedded", () => {
  test.use({ path: "/?embed=1" });
  test("axe finds nothing", async ({ page, calculator }) => {
    await calculator.box.fill("Dear Dana,");
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await violations(page)).toEqual([]);
    }
  });
});
