// A whole call by keyboard alone, from empty to ready; and what the call mode keeps in view.

import { expect, test } from "./calculator.ts";

/** What is typed for each question, in the document's order. */
const ANSWERS: [item: string, keys: string[]][] = [
  ["id", ["ZC-2026-0042"]],
  ["coreSize", ["80"]],
  ["validUntil", ["2027-11-01"]],
  ["license-details-confirmed", ["y"]],
  ["operating-system", ["y"]],
  ["terraform-installed", ["y"]],
  ["aws-account", ["y"]],
  ["zilliz-account", ["y"]],
  ["temporary-credentials", ["y"]],
  // The limit, and then what is in use.
  ["vcpu", ["128", "16"]],
  ["block-storage", ["50 TiB", "1 TiB"]],
  ["public-ip", ["5", "2"]],
  ["vpc", ["5", "1"]],
  // The profile's own VPC is new: nothing is in use there.
  ["private-link", ["50"]],
  ["load-balancer", ["50", "3"]],
  ["dns-zone", ["500", "12"]],
  ["iam-permissions", ["y"]],
];

test("a whole call by keyboard alone, from empty to ready", async ({ calculator, page }) => {
  await page.locator("#call-mode").focus();
  await page.keyboard.press("Enter");
  const current = page.locator("[data-item][aria-current=step]");
  for (const [item, keys] of ANSWERS) {
    for (const answer of keys) {
      await expect(current).toHaveAttribute("data-item", item);
      await expect(page.locator(`#call-${item}:focus, #call-${item} input:focus`)).toBeVisible();
      await expect(calculator.verdict).toBeInViewport();
      await page.keyboard.type(answer);
      await page.keyboard.press("Enter");
    }
  }
  await expect(page.locator("#call-done")).toBeFocused();
  await expect(page.locator("#call-done")).toHaveText("Nothing is open any more.");
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "ready");
  await page.keyboard.press("Escape");
  await expect(page.locator("#call-mode")).toBeFocused();
});

test("a question can be skipped and comes again after the last one", async ({ calculator, page }) => {
  await page.locator("#call-mode").click();
  const current = page.locator("[data-item][aria-current=step]");
  await expect(current).toHaveAttribute("data-item", "id");
  await page.keyboard.press("Enter");
  await expect(current).toHaveAttribute("data-item", "coreSize");
  await page.keyboard.press("ArrowUp");
  await expect(current).toHaveAttribute("data-item", "id");
  for (let skipped = 0; skipped < ANSWERS.length; skipped++) await page.keyboard.press("Enter");
  await expect(current).toHaveAttribute("data-item", "id");
});

test("what is known to be missing says whose turn it is", async ({ calculator, page }) => {
  await page.locator("#call-mode").click();
  await page.locator("[data-item=vpc] button").first().click();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  const vpc = page.locator("[data-item=vpc]");
  await expect(vpc).toHaveAttribute("data-state", "failing");
  await expect(vpc.locator(".who")).toHaveText("missing · Customer’s cloud administrator");
  await expect(page.locator(".turns li")).toContainText(["Customer’s cloud administrator"]);
});

test("a license that turns out to have ended comes into the list where the document has it", async ({ calculator, page }) => {
  await page.locator("#call-mode").click();
  await page.locator("[data-item=validUntil] button").first().click();
  await page.keyboard.type("2026-11-01");
  await expect(page.locator("[data-item=license]")).toHaveAttribute("data-state", "failing");
  await expect(page.locator("[data-item=validUntil] input")).toBeFocused();
});
