// A whole call by keyboard alone, from empty to ready; and what the call mode keeps in view.

import { EMAIL, expect, limit, test, use } from "./calculator.ts";

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

test("what is short says whose turn it is", async ({ calculator, page }) => {
  await page.locator("#call-mode").click();
  await page.locator("[data-item=vpc] button").first().click();
  await expect(page.locator("[data-item=vpc] input")).toBeFocused();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  const vpc = page.locator("[data-item=vpc]");
  await expect(vpc).toHaveAttribute("data-state", "failing");
  await expect(vpc.locator(".who")).toHaveText("short · Customer’s cloud administrator");
  await expect(page.locator(".turns li")).toContainText(["Customer’s cloud administrator"]);
});

test("a license that turns out to have ended comes into the list where the document has it", async ({ calculator, page }) => {
  await page.locator("#call-mode").click();
  await page.locator("[data-item=validUntil] button").first().click();
  const input = page.locator("[data-item=validUntil] input");
  await expect(input).toBeFocused();
  await page.keyboard.type("2026-11-01");
  await expect(page.locator("[data-item=license]")).toHaveAttribute("data-state", "failing");
  await expect(input).toBeFocused();
});

test("a row says how much it needs, and once it is short how to settle it", async ({ calculator, page }) => {
  await page.locator("#call-mode").click();
  const row = page.locator("[data-item=vcpu]");
  await row.getByRole("button").first().click();
  await expect(row.locator(".needed")).toHaveText("Required: 80 vCPU");
  await expect(row.locator(".ways, .copy")).toHaveCount(0);
  await expect(row.locator("input").first()).toBeFocused();
  await page.keyboard.type("64");
  await expect(row.locator(".ways li").first()).toContainText("to 80");
  await expect(row.getByRole("region", { name: "Command that requests the increase" })).toContainText("--desired-value 80");
  await expect(row.locator("input")).toBeFocused();
});

test("a check that is answered no fails", async ({ calculator, page }) => {
  await page.locator("#call-mode").click();
  const check = page.locator("[data-item=zilliz-account]");
  await check.getByRole("button").first().click();
  await page.keyboard.press("n");
  await expect(check.locator(".who")).toHaveText("fails · Zilliz");
});

test("which account counts is chosen there", async ({ calculator, page }) => {
  const other = limit("vpc/L-F678F1CE", 9).replace("123456789012", "210987654321");
  await calculator.box.fill(`${limit("vpc/L-F678F1CE", 5)}\n${use("vpc/L-F678F1CE", 1)}\n${other}`);
  await page.locator("#call-mode").click();
  const check = page.locator("[data-item=one-account]");
  await expect(check.locator(".who")).toHaveText(/^fails · /);
  await check.getByRole("button").first().click();
  const choice = check.getByRole("combobox", { name: "Account that counts" });
  await expect(choice).toBeFocused();
  await choice.selectOption("••••••••4321");
  await expect(check).toHaveAttribute("data-state", "done");
  await expect(page.getByRole("combobox", { name: "Account", exact: true })).toHaveValue("210987654321");
  await page.keyboard.press("Enter");
  await expect(check).not.toHaveAttribute("aria-current", "step");
});

test("the license's details are there to be verified, the whole ID when asked for", async ({ calculator, page }) => {
  await calculator.box.fill(EMAIL);
  await page.locator("#call-mode").click();
  const check = page.locator("[data-item=license-details-confirmed]");
  await expect(check).toHaveAttribute("aria-current", "step");
  await expect(check.locator("dl")).toContainText("••••••••••••••9f3e");
  await expect(check.locator("dd")).toHaveText([/9f3e/, "80", "2026-11-01", "2027-11-01"]);
  await check.getByRole("button", { name: "Show: License ID" }).click();
  await expect(check.locator("dl")).toContainText("lic-0042-abcd-9f3e");
  await page.keyboard.press("y");
  await expect(check).toHaveAttribute("data-state", "done");
});

test("on a phone the verdict says its word, its sentence and whose turn it is", async ({ calculator, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await calculator.box.fill(limit("vpc/L-F678F1CE", 1));
  await page.locator("#call-mode").click();
  for (const item of ["id", "vcpu", "iam-permissions"]) {
    await page.locator(`[data-item=${item}] button`).first().click();
    await expect(page.locator(`#call-${item}`)).toBeInViewport();
    for (const part of [calculator.word, calculator.sentence, page.locator(".turns")]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
  }
  // Half of a phone is left for the question.
  expect((await calculator.verdict.boundingBox())!.height).toBeLessThan(370);
});
