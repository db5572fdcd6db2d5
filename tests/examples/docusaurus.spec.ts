// The calculator in a page of a Docusaurus site, among headings, tables and a switch for the dark.

import type { Page } from "@playwright/test";
import { type Calculator, SHORT_OF_VCPU } from "../browser/calculator.ts";
import { held } from "../browser/host.ts";
import { expect } from "../browser/page.ts";
import { built, lightness, sideways, test } from "./host.ts";

const AT = "/docs/";

test.use({ served: { folder: built("docusaurus/build"), at: [AT] }, colorScheme: "light" });

const sidebar = (page: Page, name: string) => page.locator(".theme-doc-sidebar-menu").getByRole("link", { name });

/** Goes down to the calculator, as a reader does, by which it loads. */
async function arrive({ page, box }: Calculator) {
  await page.getByRole("link", { name: "Check the account", exact: true }).first().click();
  await page.locator("byoc-readiness").scrollIntoViewIfNeeded();
  await expect(box).toBeVisible();
}

test("reads a paste in the middle of the page", async ({ page, calculator }) => {
  await page.goto(AT);
  await arrive(calculator);
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  await expect(calculator.sentence).toContainText("vCPU is short by 16");
});

test("loads its WebAssembly once the reader comes near, and once only", async ({ page, calculator, element }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const loaded = () => requests.filter((url) => url.endsWith(".wasm")).length;
  await page.goto(AT);
  await page.evaluate(() => customElements.whenDefined("byoc-readiness"));
  // An observer reports after the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(loaded()).toBe(0);
  await arrive(calculator);
  expect(loaded()).toBe(1);
  await sidebar(page, "Raise a quota").click();
  await expect(element).toHaveCount(0);
  await sidebar(page, "Prerequisites").click();
  await arrive(calculator);
  expect(loaded()).toBe(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("says what would stand there", async ({ page }) => {
    await page.goto(AT);
    await expect(page.getByText("The calculator runs in your browser")).toBeVisible();
  });
});

/** The ground that shows behind a place, which is the nearest one that is not clear. */
function ground(element: Element): string {
  for (let at: Node | null = element; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    if (!(at instanceof Element)) continue;
    const { backgroundColor } = getComputedStyle(at);
    if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return "rgb(255, 255, 255)";
}

/** Light or dark: the site's switch, whatever the system says. */
async function choose(page: Page, theme: "light" | "dark") {
  const html = page.locator("html");
  const toggle = page.getByRole("button", { name: /Switch between dark and light mode/ }).first();
  for (let clicks = 0; clicks < 3 && (await html.getAttribute("data-theme-choice")) !== theme; clicks++) {
    const before = await html.getAttribute("data-theme-choice");
    await toggle.click();
    await expect(html).not.toHaveAttribute("data-theme-choice", before!);
  }
  await expect(html).toHaveAttribute("data-theme", theme);
}

for (const system of ["light", "dark"] as const) {
  test(`is light and dark as the site is, on a ${system} system`, async ({ page, calculator }) => {
    await page.emulateMedia({ colorScheme: system });
    await page.goto(AT);
    await arrive(calculator);
    const looks = async () => ({
      page: await lightness(page, await page.locator("body").evaluate(ground)),
      ground: await lightness(page, await calculator.box.evaluate(ground)),
      text: await lightness(page, await calculator.box.evaluate((box) => getComputedStyle(box).color)),
    });
    for (const theme of ["dark", "light", "dark"] as const) {
      await choose(page, theme);
      const { page: site, ground, text } = await looks();
      expect({ site: site > 0.5, ground: ground > 0.5, text: text > 0.5 }, theme).toEqual(
        theme === "light" ? { site: true, ground: true, text: false } : { site: false, ground: false, text: true },
      );
    }
  });
}

test("wears the site's own colour, in light and dark", async ({ page, calculator, element }) => {
  await page.goto(AT);
  await arrive(calculator);
  await calculator.box.fill(SHORT_OF_VCPU);
  const link = element.getByRole("link", { name: "open the quota" }).first();
  const colours: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await choose(page, theme);
    colours.push(await link.evaluate((link) => getComputedStyle(link).color));
  }
  expect(colours).toEqual(["rgb(11, 107, 127)", "rgb(92, 196, 214)"]);
});

test("keeps what was pasted while the reader looks at another page", async ({ page, calculator, element }) => {
  await page.goto(AT);
  await arrive(calculator);
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  await sidebar(page, "Raise a quota").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Raise a quota");
  await expect(element).toHaveCount(0);
  await sidebar(page, "Prerequisites").click();
  await arrive(calculator);
  await expect(calculator.word).toHaveText("Not ready");
});

/** How many calculators there are that something still holds on to. */
async function calculators(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", {
    expression: `customElements.get("byoc-readiness").prototype`,
  });
  const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId! });
  const { result: count } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId!,
    functionDeclaration: "function () { return this.length; }",
    returnByValue: true,
  });
  await session.detach();
  return count.value;
}

declare global {
  /** The memory of each WebAssembly that the page started. */
  var memories: WebAssembly.Memory[];
}

test("ten times away and back leave nothing behind", async ({ page, calculator, element }) => {
  test.slow();
  await page.addInitScript(() => {
    globalThis.memories = [];
    for (const name of ["instantiate", "instantiateStreaming"] as const) {
      const real = WebAssembly[name] as (...given: unknown[]) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
      const watched = async (...given: unknown[]) => {
        const made = await real.apply(WebAssembly, given);
        const { memory } = (made.instance ?? made).exports;
        if (memory instanceof WebAssembly.Memory) memories.push(memory);
        return made;
      };
      Object.defineProperty(WebAssembly, name, { value: watched });
    }
  });
  await page.goto(AT);

  const thereAndAway = async () => {
    await sidebar(page, "Prerequisites").click();
    await arrive(calculator);
    await calculator.box.fill(SHORT_OF_VCPU);
    await expect(calculator.word).toHaveText("Not ready");
    await sidebar(page, "Raise a quota").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Raise a quota");
    await expect(element).toHaveCount(0);
  };
  const memory = () => page.evaluate(() => memories.map(({ buffer }) => buffer.byteLength));
  // What is made once and kept for good, by the site as by the calculator, is made by then.
  for (let round = 0; round < 3; round++) await thereAndAway();
  const before = { ...(await held(page)), memory: await memory() };
  for (let round = 0; round < 10; round++) await thereAndAway();
  const after = { ...(await held(page)), memory: await memory() };

  expect(await calculators(page)).toBe(0);
  expect([after.nodes, after.listeners, after.memory]).toEqual([before.nodes, before.listeners, before.memory]);
  expect(after.bytes - before.bytes).toBeLessThan(1_000_000);
});

/** How every element of the site looks, but for what follows from the sizes of others. */
function looks() {
  const FOLLOWS = /^(block-size|inline-size|width|height|top|bottom|left|right|inset.*|perspective-origin|transform-origin)$/;
  const hosts = [...document.querySelectorAll("*")].filter(({ localName }) => localName !== "byoc-readiness" && localName !== "script");
  return hosts.map((element) => {
    const style = getComputedStyle(element);
    const values = Array.from(style, (name) => [name, style.getPropertyValue(name)] as const);
    return `${element.localName}.${element.getAttribute("class")} ${JSON.stringify(values.filter(([name]) => !FOLLOWS.test(name)))}`;
  });
}

test("changes nothing of the site around it", async ({ page, calculator, element }) => {
  // Until it is let through, the calculator waits for its WebAssembly.
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const state = async () => ({
    looks: await page.evaluate(looks),
    sheets: await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length]),
    keys: await page.evaluate(() => Object.keys(globalThis).sort()),
  });
  await page.goto(AT);
  await page.getByRole("link", { name: "Check the account", exact: true }).first().click();
  await expect(element).toContainText("Loading the calculator");
  await expect(page.locator(".table-of-contents__link--active")).toHaveText("Check the account");
  await element.scrollIntoViewIfNeeded();
  const before = await state();
  letThrough();
  await expect(calculator.box).toBeVisible();
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  expect(await state()).toEqual(before);
});

/** Boxes and type of everything in the calculator. */
function inside(host: Element) {
  const NAMES = [
    "display", "position", "box-sizing", "margin", "padding", "border-width", "border-style", "border-radius",
    "font-size", "font-weight", "font-style", "line-height", "letter-spacing", "word-spacing", "text-transform", "text-align",
    "text-indent", "text-shadow", "white-space", "list-style-type", "cursor", "visibility", "direction", "opacity",
  ];
  return [...host.shadowRoot!.querySelectorAll("*")].map((element) => {
    const style = getComputedStyle(element);
    return `${element.localName}.${element.getAttribute("class")} ${NAMES.map((name) => style.getPropertyValue(name)).join("|")}`;
  });
}

test("is not changed by a site that styles every element", async ({ page, calculator, element }) => {
  await page.goto(AT);
  await arrive(calculator);
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  // Its width is the site's to choose, and decides its layout; here it stays the same.
  await page.addStyleTag({ content: "byoc-readiness { box-sizing: content-box !important; width: 700px !important; }" });
  const before = await element.evaluate(inside);
  await page.addStyleTag({
    content: `
      * { padding: 9px; border: 3px dotted red !important; border-radius: 20px !important; }
      button, td, p, li, h2, h3, input, textarea { text-transform: uppercase !important; margin: 33px !important; font-size: 30px !important; }
      article { letter-spacing: 3px; word-spacing: 9px; text-transform: uppercase; text-align: center; text-indent: 2em;
        font-style: italic; font-weight: 900; line-height: 3; white-space: pre; cursor: wait; list-style: square; text-shadow: 1px 1px red; }`,
  });
  expect(await element.evaluate(inside)).toEqual(before);
});

test("nothing sticks out at any width", async ({ page, calculator }) => {
  await page.goto(AT);
  await arrive(calculator);
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  expect(await sideways(page)).toEqual({});
});
