// The whole page by keyboard alone.

import type { Locator, Page } from "@playwright/test";
import { EMAIL, SHORT_OF_VCPU, expect, test } from "./calculator.ts";

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Goes there by Tab, or by Shift+Tab. */
async function tabTo(target: Locator, key = "Tab") {
  for (let stops = 0; stops < 120; stops++) {
    await target.page().keyboard.press(key);
    if (await isFocused(target)) return;
  }
  await expect(target, "reached by Tab").toBeFocused();
}

/** What is focused: its name, whether a ring shows it, and whether something covers it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A hidden file field's ring is drawn around its label.
    const shown = element.matches("input[type=file]") ? element.closest("label")! : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const { left, top, width, height } = shown.getBoundingClientRect();
    const isTall = height > innerHeight / 2;
    const hit = document.elementFromPoint(left + width / 2, isTall ? Math.max(top, 0) + 4 : top + height / 2);
    return {
      name: element.getAttribute("aria-label") ?? (element.textContent?.trim().slice(0, 40) || element.outerHTML.slice(0, 120)),
      hasRing: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
      isUncovered: hit !== null && (shown.contains(hit) || hit.contains(shown)),
    };
  });
}

/** Every stop of Tab from the top of the page until the focus leaves it. */
async function walk(page: Page, key: string) {
  const stops = [];
  for (let at = 0; at < 150; at++) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error("Tab never leaves the page");
}

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
  await calculator.box.focus();
  await page.keyboard.press("Tab");
  const chooser = page.waitForEvent("filechooser");
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
