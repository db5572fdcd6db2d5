// Where the system sets the colours: what a colour told is still told.

import type { Locator } from "@playwright/test";
import { EMAIL, expect, test } from "./calculator.ts";
import { STATES } from "./states.ts";

test.beforeEach(async ({ page, calculator }) => {
  await calculator.arrives();
  await page.emulateMedia({ forcedColors: "active" });
});

/** How it is painted, with neither pointer nor focus on it. */
async function painted(place: Locator) {
  const page = place.page();
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return (await place.screenshot()).toString("base64");
}

test("the forms are still drawn", async ({ page, calculator }) => {
  await calculator.example.click();
  const shapes = page.locator(".shape, .lock");
  expect(await shapes.count()).toBeGreaterThan(30);
  const unseen = await shapes.evaluateAll((shapes) => {
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    return shapes.filter((shape) => getComputedStyle(shape).backgroundColor === ground).length;
  });
  expect(unseen).toBe(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the bars still show how much is covered, on ${colorScheme}`, async ({ page, calculator }) => {
    await page.emulateMedia({ colorScheme });
    await calculator.example.click();
    const { fill, track, ground } = await calculator.row("vcpu").root.locator(".bar").evaluate((bar) => ({
      fill: getComputedStyle(bar.querySelector(".fill")!).fill,
      track: getComputedStyle(bar.querySelector(".track")!).fill,
      ground: getComputedStyle(document.documentElement).backgroundColor,
    }));
    expect(track).toBe(ground);
    expect(fill).toBe(colorScheme === "dark" ? "rgb(255, 255, 255)" : "rgb(0, 0, 0)");
  });
}

test("what is pressed looks pressed", async ({ page, calculator }) => {
  await calculator.box.fill(EMAIL);
  const choices = [
    calculator.check("terraform-installed").yes,
    calculator.check("operating-system").yes,
    page.getByRole("button", { name: "PowerShell", exact: true }),
    page.getByRole("button", { name: "Call mode" }),
  ];
  for (const choice of choices) {
    const before = await painted(choice);
    await choice.click();
    await expect(choice).toHaveAttribute("aria-pressed", "true");
    expect(await painted(choice), `${choice}`).not.toBe(before);
    if (choice !== choices.at(-1)) await choice.click();
  }
});

test("in the call mode the item in focus alone is marked", async ({ page, calculator }) => {
  await STATES["on a call"](calculator);
  const marks = await page.locator("[data-item]").evaluateAll((items) =>
    items.map((item) => [item.getAttribute("aria-current") === "step", getComputedStyle(item).borderLeftColor] as const),
  );
  const [current] = marks.filter(([isCurrent]) => isCurrent).map(([, colour]) => colour);
  expect(marks.filter(([, colour]) => colour === current)).toHaveLength(1);
});

test("what was read of the license is no hint", async ({ calculator }) => {
  const colour = (label: "Core size") =>
    calculator.license(label).input.evaluate((field) => getComputedStyle(field, "::placeholder").color);
  const hint = await colour("Core size");
  await calculator.box.fill(EMAIL);
  await calculator.license("Core size").expectRead("80", "Pasted text, line 4");
  expect(await colour("Core size")).not.toBe(hint);
});

test("the line that is pointed at is marked", async ({ page, calculator }) => {
  await STATES["pointing into a large source"](calculator);
  const [mark, other] = await page.locator(".view").evaluate((view) =>
    [view.querySelector("mark")!, view.querySelector("span")!].map((line) => getComputedStyle(line).backgroundColor),
  );
  expect(mark).not.toBe(other);
});

test("what cannot be pressed looks so", async ({ calculator }) => {
  const colour = (button: Locator) => button.evaluate((button) => getComputedStyle(button).color);
  expect(await colour(calculator.clear)).not.toBe(await colour(calculator.example));
});

test("a ring shows the focus", async ({ page, calculator }) => {
  for (const place of [calculator.box, calculator.example, calculator.row("vcpu").details]) {
    await place.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await expect(place).toBeFocused();
    await expect(place).toHaveCSS("outline-style", "solid");
    await expect(place).not.toHaveCSS("outline-color", await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
  }
});
