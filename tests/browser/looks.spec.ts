// The page at every width, in light and dark, and without motion.

import { expect, test } from "./calculator.ts";
import { STATES } from "./states.ts";

/** What sticks out of the page on its right, and how far the page can be pushed sideways. */
function overflow() {
  const width = document.documentElement.clientWidth;
  const sticksOut = [...document.querySelectorAll("body *")].filter((element) => {
    const { right, width: own } = element.getBoundingClientRect();
    const isUnseen = element.closest(".unseen, thead, pre, textarea, svg") !== null;
    return own > 0 && !isUnseen && right > width + 1;
  });
  return {
    sideways: document.documentElement.scrollWidth - width,
    sticksOut: sticksOut.map((element) => `${element.tagName}.${element.className}`).slice(0, 5),
  };
}

// 720 px is 1440 px at 200 %, and 320 px is what WCAG 1.4.10 asks for.
for (const [state, reach] of Object.entries(STATES)) {
  test(`nothing sticks out at any width while ${state}`, async ({ page, calculator }) => {
    await reach(calculator);
    const found: Record<number, unknown> = {};
    for (const width of [320, 360, 720, 768, 1024, 1120, 1200, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const { sideways, sticksOut } = await page.evaluate(overflow);
      if (sideways > 0 || sticksOut.length > 0) found[width] = { sideways, sticksOut };
    }
    expect(found).toEqual({});
  });
}

test("the box stays where it is when the first key is typed", async ({ calculator }) => {
  await calculator.box.focus();
  const before = await calculator.box.boundingBox();
  await calculator.box.press("x");
  await expect(calculator.word).toHaveText("Incomplete");
  expect(Math.abs((await calculator.box.boundingBox())!.y - before!.y)).toBeLessThan(60);
});

test("is dark where the system is, and light where it is not", async ({ page, calculator }) => {
  const lightness = () =>
    page.evaluate(() => {
      const [ground, text] = [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color];
      const light = (colour: string) => (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
      return { ground: light(ground) > 382, text: light(text) > 382 };
    });
  await page.emulateMedia({ colorScheme: "light" });
  expect(await lightness()).toEqual({ ground: true, text: false });
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await lightness()).toEqual({ ground: false, text: true });
  await calculator.example.click();
  await expect(calculator.row("vcpu").status).toHaveText("Short");
});

test("tells the status of every row by a word", async ({ calculator }) => {
  await expect(calculator.rows.locator(".badge")).toHaveText([
    "Missing",
    "No AWS limit",
    "No AWS limit",
    "Missing",
    "Missing",
    "Missing",
    "Missing",
    "Missing",
    "Missing",
  ]);
  await calculator.example.click();
  await expect(calculator.rows.locator(".badge")).toHaveText([
    "Short",
    "No AWS limit",
    "No AWS limit",
    "Met",
    "Met",
    "Short",
    "Met",
    "Met",
    "Missing",
  ]);
});

test("tells the status of every row by a form, too", async ({ calculator }) => {
  await calculator.example.click();
  await calculator.row("public-ip").state("In use", "");
  const form = (id: "vcpu" | "memory" | "vpc" | "public-ip" | "dns-zone") =>
    calculator.row(id).root.locator(".badge .shape").evaluate((shape) => getComputedStyle(shape).clipPath);
  const forms = [await form("vcpu"), await form("memory"), await form("public-ip"), await form("dns-zone")];
  expect(new Set(forms).size).toBe(forms.length);
});

test("moves nothing where motion is unwanted", async ({ page, calculator }) => {
  await calculator.arrives();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(() => {
    const { scrollIntoView } = Element.prototype;
    Element.prototype.scrollIntoView = function (how) {
      if (typeof how === "object" && how.behavior === "smooth") document.documentElement.dataset.smooth = "true";
      scrollIntoView.call(this, how);
    };
  });
  await calculator.example.click();
  await calculator.row("vpc").open();
  await calculator.row("vpc").pointer("Limit").click();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: /^License/ }).click();
  await page.getByRole("button", { name: "Call mode" }).click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(page.locator("html")).not.toHaveAttribute("data-smooth");
  const moving = await page.evaluate(() => {
    const still = (times: string) => times.split(", ").every((time) => parseFloat(time) === 0);
    const moves = [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
      return !still(transitionDuration) || !still(animationDuration) || scrollBehavior === "smooth";
    });
    return moves.length + document.getAnimations().length;
  });
  expect(moving).toBe(0);
});

test("shows no wrong figures while narrow: each has its column's name", async ({ page, calculator }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await calculator.example.click();
  const named = calculator.row("vcpu").figure("Shortfall").evaluate((cell) => getComputedStyle(cell, "::before").content);
  // Drawn, but not read out: the cell's column says it already.
  expect(await named).toBe('"Shortfall" / ""');
});
