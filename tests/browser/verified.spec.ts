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

test("the question stands once, with the details beside it", async ({ page, calculator }) => {
  await calculator.box.fill(EMAIL);
  const question = page.getByRole("group", { name: "Are these license details accurate?" });
  await expect(question).toHaveCount(1);
  await expect(page.locator(".license dl dd")).toHaveText([/9f3e/, "80", "2026-11-01", "2027-11-01"]);
});

test("the whole ID is shown when asked for, until another one is there, and is kept nowhere", async ({ page, calculator }) => {
  await calculator.box.fill("See the file.");
  await calculator.choose({ name: "mail.txt", text: EMAIL });
  const id = page.locator(".license [data-detail=id]");
  await expect(id).toContainText("••••••••••••••9f3e");
  await page.getByRole("button", { name: "Show: License ID" }).click();
  await expect(id).toContainText("lic-0042-abcd-9f3e");
  await page.getByRole("button", { name: "Hide: License ID" }).click();
  await expect(id).not.toContainText("lic-0042");
  await page.getByRole("button", { name: "Show: License ID" }).click();
  await calculator.license("License ID").input.fill("lic-0043-abcd-9f3e");
  await expect(id).toContainText("•9f3e");
  await expect(id).not.toContainText("lic-0043");
});

test.describe("which cores count", () => {
  test("is asked where the core size does not cover all, with the figures that it may come to", async ({ page, calculator }) => {
    const fold = page.locator(".counting");
    await expect(fold).not.toHaveAttribute("open");
    await calculator.license("Core size").input.fill("64");
    await expect(fold).toHaveAttribute("open");
    await expect(fold).toContainText("the deployment uses 48, 64 or 80 cores (inferred).");
    await fold.getByLabel("4 × m6i.2xlarge").check();
    await fold.getByLabel("1 × r6id.8xlarge").check();
    await expect(page.locator(".license .notices")).toContainText("64 cores cover the 64 that count");
    await expect(fold).toHaveAttribute("open");
  });

  test("is folded where it is covered either way", async ({ page, calculator }) => {
    await calculator.license("Core size").input.fill("80");
    await expect(page.locator(".counting")).not.toHaveAttribute("open");
  });
});
