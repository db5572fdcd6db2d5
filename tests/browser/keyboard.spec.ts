// The whole page by keyboard alone.

import type { Page } from "@playwright/test";
import { EMAIL, SHORT_OF_VCPU, expect, test } from "./calculator.ts";
import { focused, tabTo, walk } from "./focus.ts";
import { STATES } from "./states.ts";

test.beforeEach(({ calculator }) => calculator.arrives());

test("everything can be done without a mouse", async ({ page, calculator }) => {
  const { keyboard } = page;
  await tabTo(calculator.box);
  await keyboard.insertText(`${EMAIL}\n`);
  await expect(calculator.licenseState).toHaveText("Active, 342 days left");

  const row = calculator.row("vcpu");
  await tabTo(row.details);
  await keyboard.press("Enter");
  await tabTo(row.field("Limit"));
  await keyboard.type("128");
  await tabTo(row.field("In use"));
  await keyboard.type("64");
  await expect(row.figure("Shortfall")).toHaveText("16 vCPU");

  const check = calculator.check("terraform-installed");
  await tabTo(check.yes);
  await keyboard.press("Space");
  await expect(check.outcome).toHaveText("Pass");

  await tabTo(calculator.clear, "Shift+Tab");
  await keyboard.press("Enter");
  await expect(calculator.word).toHaveText("Start here");

  await tabTo(calculator.undo);
  await keyboard.press("Enter");
  await expect(row.figure("Shortfall")).toHaveText("16 vCPU");
  await expect(calculator.box).toHaveValue(`${EMAIL}\n`);
});

test("a job is done by keyboard alone: paste, correct, answer, copy, hand on, take back", async ({ page, calculator, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { keyboard } = page;
  const expectShown = async () => expect(await focused(page)).toMatchObject({ hasRing: true, isUncovered: true });

  // Paste.
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${SHORT_OF_VCPU}\n${EMAIL}`);
  await tabTo(calculator.box);
  await keyboard.press("Control+V");
  await expect(calculator.sentence).toContainText("vCPU is short by 16");
  await expectShown();

  // Where the limit stands, and back.
  const row = calculator.row("vcpu");
  await tabTo(row.details);
  await keyboard.press("Space");
  await tabTo(row.pointer("Limit"));
  await keyboard.press("Enter");
  await expect(calculator.box).toBeFocused();
  await expectShown();
  await keyboard.press("Escape");
  await expect(row.pointer("Limit")).toBeFocused();
  await expectShown();

  // Correct it.
  await tabTo(row.field("Limit"), "Shift+Tab");
  await keyboard.type("256");
  await expect(row.status).toHaveText("Met");
  await expectShown();

  // Answer a check.
  const check = calculator.check("zilliz-account");
  await tabTo(check.yes);
  await keyboard.press("Space");
  await expect(check.outcome).toHaveText("Pass");
  await expectShown();

  // The link.
  await tabTo(page.locator("#make-link"));
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await expect(page.getByRole("region", { name: "Link to this assessment" })).toBeFocused();
  await expectShown();

  // The message to the customer.
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  await tabTo(page.locator("summary").filter({ hasText: "Message to the customer" }));
  await keyboard.press("Enter");
  const copy = page.getByRole("button", { name: "Copy: Message to the customer" });
  await tabTo(copy);
  await keyboard.press("Enter");
  expect(await calculator.clipboard()).toContain("Please open AWS CloudShell");
  await expectShown();

  // A call.
  await tabTo(page.locator("#call-mode"), "Shift+Tab");
  await keyboard.press("Space");
  const current = page.locator("[data-item][aria-current=step]");
  await expect(current).toHaveAttribute("data-item", "license-details-confirmed");
  await keyboard.press("y");
  await keyboard.press("Enter");
  await expect(current).toHaveAttribute("data-item", "operating-system");
  await keyboard.press("Escape");
  await expect(page.locator("#call-mode")).toBeFocused();
  await expectShown();

  // All of it away, and back.
  await tabTo(calculator.clear);
  await keyboard.press("Enter");
  await expect(calculator.word).toHaveText("Start here");
  await keyboard.press("Tab");
  await expect(calculator.undo).toBeFocused();
  await expectShown();
  await keyboard.press("Enter");
  await expect(row.status).toHaveText("Met");
  await expect(check.outcome).toHaveText("Pass");
  await expectShown();
});

test("after clearing, undo is the next stop, and after that the page goes on", async ({ page, calculator }) => {
  await calculator.box.fill(EMAIL);
  await calculator.clear.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(calculator.undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(calculator.undo).toHaveCount(0);
  await expect.poll(() => focused(page), "the focus is not lost").not.toBeNull();
});

test("clearing does not lose the focus", async ({ page, calculator }) => {
  await calculator.box.fill(EMAIL);
  await calculator.clear.focus();
  await page.keyboard.press("Enter");
  await expect(calculator.word).toHaveText("Start here");
  await expect(page.locator("button:disabled:focus")).toHaveCount(0);
  expect(await focused(page)).not.toBeNull();
});

test("removing a source does not lose the focus", async ({ page, calculator }) => {
  await calculator.choose({ name: "a.txt", text: EMAIL }, { name: "b.txt", text: SHORT_OF_VCPU });
  await page.getByRole("button", { name: "Remove: a.txt" }).focus();
  await page.keyboard.press("Enter");
  await expect(calculator.sources).toHaveCount(1);
  await expect.poll(() => focused(page)).not.toBeNull();
});

for (const [key, way] of [["Tab", "forwards"], ["Shift+Tab", "backwards"]] as const) {
  test(`Tab shows where it is and is never covered, ${way} through the filled page`, async ({ page, calculator }) => {
    await calculator.example.click();
    await calculator.row("vcpu").details.click();
    await page.getByText("Message to the customer").click();
    // The last stop, from which Tab leaves the page; the first one is the Region.
    if (way === "forwards") await page.locator("body").click({ position: { x: 2, y: 2 } });
    else await page.getByRole("contentinfo").getByRole("link").focus();
    const stops = await walk(page, key);
    expect(stops.length).toBeGreaterThan(50);
    expect(stops.filter((stop) => !stop.hasRing)).toEqual([]);
    expect(stops.filter((stop) => !stop.isUncovered)).toEqual([]);
  });
}

// A page that is zoomed in to 200 % and to 400 %, and a phone on its side.
for (const [width, height] of [[640, 360], [320, 256], [844, 390]] as const) {
  for (const state of ["on a call", "with other requirements"]) {
    test(`Tab shows where it is and is never covered on ${width} × ${height} px while ${state}`, async ({ page, calculator }) => {
      await STATES[state](calculator);
      await page.setViewportSize({ width, height });
      await page.locator("body").click({ position: { x: 2, y: 2 } });
      const stops = await walk(page, "Tab");
      expect(stops.length).toBeGreaterThan(25);
      expect(stops.filter(({ hasRing, isUncovered }) => !hasRing || !isUncovered)).toEqual([]);
    });
  }
}

test("the menu goes away with the focus, or by Escape, and hides nothing that has it", async ({ page, calculator }) => {
  const summary = page.getByText("Assessment", { exact: true });
  await calculator.example.click();
  await summary.focus();
  await page.keyboard.press("Enter");
  await tabTo(page.getByRole("button", { name: "New assessment" }));
  await page.keyboard.press("Escape");
  await expect(summary).toBeFocused();
  await expect(page.getByRole("button", { name: "New assessment" })).toBeHidden();

  await page.keyboard.press("Enter");
  await tabTo(calculator.region);
  await expect(page.getByRole("button", { name: "New assessment" })).toBeHidden();
});

test.describe("in the call mode", () => {
  test.beforeEach(({ calculator }) => calculator.box.fill(SHORT_OF_VCPU));

  /** Puts an item into focus. */
  const go = async (page: Page, item: string) => {
    await page.locator("#call-mode").click();
    await page.locator(`[data-item=${item}] button`).first().click();
  };

  test("Enter follows a link, and leaves the question where it is", async ({ page, faults }) => {
    faults.allow("https://us-west-2.console.aws.amazon.com");
    await go(page, "vcpu");
    const link = page.locator("#call-vcpu").getByRole("link");
    const opened = page.context().waitForEvent("page");
    await page.context().route(/aws\.amazon\.com/, (route) => route.fulfill({ body: "" }));
    await link.press("Enter");
    await (await opened).close();
    await expect(page.locator("[data-item=vcpu]")).toHaveAttribute("aria-current", "step");
  });

  test("Enter folds and unfolds what helps", async ({ page }) => {
    await go(page, "temporary-credentials");
    const help = page.locator("#call-temporary-credentials details");
    const isOpen = await help.evaluate((it: HTMLDetailsElement) => it.open);
    await help.locator("summary").press("Enter");
    await expect(help).toHaveJSProperty("open", !isOpen);
    await expect(page.locator("[data-item=temporary-credentials]")).toHaveAttribute("aria-current", "step");
  });

  test("arrows scroll a text to copy", async ({ page }) => {
    await go(page, "iam-permissions");
    await page.locator("#call-iam-permissions pre").press("ArrowDown");
    await expect(page.locator("[data-item=iam-permissions]")).toHaveAttribute("aria-current", "step");
  });

  test("a question is a group of the item's name, with its field in it", async ({ page }) => {
    await go(page, "vpc");
    const question = page.getByRole("group", { name: "VPC", exact: true });
    await expect(question.getByRole("textbox", { name: "Limit" })).toBeFocused();
  });
});

test("leaving the field of a link for the next control does not call the focus back", async ({ page, calculator }) => {
  await calculator.box.fill(SHORT_OF_VCPU);
  await page.locator("#make-link").click();
  const link = (await page.getByRole("region", { name: "Link to this assessment" }).textContent())!.trim();
  await page.locator("#earlier-link").focus();
  await page.keyboard.insertText(link);
  await page.keyboard.press("Tab");
  await expect(page.locator("#compared")).toBeVisible();
  await expect(page.locator("#compared")).not.toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: /^Since/ })).toBeAttached();
});

test("Tab goes through the empty page in the order in which it is seen", async ({ calculator }) => {
  const { box, block } = calculator;
  const isSeenFirst = (await box.boundingBox())!.y < (await block.boundingBox())!.y;
  const isReachedFirst = await box.evaluate(
    (box, block) => Boolean(box.compareDocumentPosition(block!) & Node.DOCUMENT_POSITION_FOLLOWING),
    await block.elementHandle(),
  );
  expect(isReachedFirst).toBe(isSeenFirst);
});

test("Tab leaves the box, and Shift+Tab comes back", async ({ page, calculator }) => {
  await calculator.box.focus();
  await page.keyboard.press("Tab");
  await expect(calculator.box).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(calculator.box).toBeFocused();
});

test("the focus stays in a field while its row becomes short, and shows a command", async ({ page, calculator }) => {
  const row = calculator.row("vcpu");
  await row.details.click();
  await row.field("Limit").focus();
  await page.keyboard.type("64");
  await expect(row.remedy).toBeVisible();
  await expect(row.field("Limit")).toBeFocused();
  await page.keyboard.type("0");
  await expect(row.remedy).toHaveCount(0);
  await expect(row.field("Limit")).toBeFocused();
});

test("the focus stays on an answer that is given", async ({ page, calculator }) => {
  const { yes, outcome } = calculator.check("operating-system");
  await yes.focus();
  await page.keyboard.press("Enter");
  await expect(outcome).toHaveText("Pass");
  await expect(yes).toBeFocused();
});

test("files are chosen by keyboard", async ({ page, calculator }) => {
  // Chromium begins to hand over its dialogs some time after it is asked to.
  const chooser = page.waitForEvent("filechooser");
  await calculator.box.focus();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Choose or drop files")).toBeFocused();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(EMAIL) });
  await expect(calculator.source("a.txt")).toBeVisible();
});

test("a section of the verdict leads to where it stands, below the verdict", async ({ page, calculator }) => {
  await calculator.example.click();
  for (const [section, heading] of [
    ["License", "License"],
    ["Environment", "Environment"],
    ["Accounts", "Accounts"],
    ["Credentials", "Credentials"],
    ["IAM permissions", "IAM permissions"],
    ["Resources", "Resources"],
  ] as const) {
    await page.getByRole("link", { name: new RegExp(`^${section}`) }).press("Enter");
    const target = page.getByRole("heading", { name: new RegExp(`^${heading}`) }).first();
    await expect(target).toBeInViewport();
    const below = await page.evaluate(() => document.querySelector(".verdict")!.getBoundingClientRect().bottom);
    expect((await target.boundingBox())!.y, `${heading} is below the verdict`).toBeGreaterThanOrEqual(below);
  }
});
