// What a person said of the license's details is about these details alone.

import { EMAIL, expect, test } from "./calculator.ts";

const OTHER = EMAIL.replace("lic-0042-abcd-9f3e", "lic-0043-abcd-9f3e");

test.describe("a yes to the license's details", () => {
  test.beforeEach(async ({ calculator }) => {
    await calculator.box.fill(EMAIL);
    await calculator.check("license-details-confirmed").yes.click();
    await expect(calculator.check("license-details-confirmed").outcome).toHaveText("Pass");
  });

  for (const [what, text] of [
    // The end of the ID, which is all that is shown of it, is the same.
    ["ID", OTHER],
    ["core size", EMAIL.replace("80", "96")],
    ["end", EMAIL.replace("to 2027-11-01", "to 2027-12-01")],
  ] as const) {
    test(`ends with another ${what}`, async ({ calculator }) => {
      const { outcome, yes } = calculator.check("license-details-confirmed");
      await calculator.box.fill(text);
      await expect(outcome).toHaveText("Open");
      await expect(yes).toHaveAttribute("aria-pressed", "false");
    });
  }

  test("ends with a field that is typed otherwise, and not with one that is typed as it was", async ({ calculator }) => {
    const { outcome } = calculator.check("license-details-confirmed");
    const { input } = calculator.license("Valid from");
    await input.fill("2026-11-01");
    await expect(outcome).toHaveText("Pass");
    await input.fill("2026-11-02");
    await expect(outcome).toHaveText("Open");
  });

  test("stays while only the rest changes", async ({ calculator }) => {
    await calculator.box.fill(`VPCs: 5\n\n${EMAIL}`);
    await calculator.region.selectOption("eu-central-1");
    await expect(calculator.check("license-details-confirmed").outcome).toHaveText("Pass");
  });

  test("comes back with what it was about", async ({ page, calculator }) => {
    await calculator.clear.click();
    await expect(calculator.check("license-details-confirmed").outcome).toHaveText("Open");
    await calculator.undo.click();
    await expect(calculator.check("license-details-confirmed").outcome).toHaveText("Pass");
    await page.reload();
    await expect(calculator.check("license-details-confirmed").outcome).toHaveText("Pass");
  });
});

test("a yes while only the ID is known stays open and says what is missing", async ({ calculator }) => {
  const { outcome, root, yes } = calculator.check("license-details-confirmed");
  await calculator.license("License ID").input.fill("lic-0042");
  await yes.click();
  await expect(outcome).toHaveText("Open");
  await expect(root).toContainText("cannot have been verified: Core size, Valid until.");
});
