// Contrast by computation, in light and dark: of text, of hints in fields, of what is drawn, of the
// focus ring, and of what cannot be pressed.

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./calculator.ts";
import { STATES } from "./states.ts";

/** What the page's script needs to compare colours as they are painted. */
function tools() {
  type Colour = [red: number, green: number, blue: number, alpha: number];
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const known = new Map<string, Colour>();

  /** Any CSS colour, as the canvas paints it. */
  const colour = (css: string): Colour => {
    const before = known.get(css);
    if (before) return before;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    known.set(css, [red, green, blue, alpha / 255]);
    return known.get(css)!;
  };

  const over = ([r, g, b, alpha]: Colour, ground: Colour): Colour => {
    const mixed = (top: number, below: number) => top * alpha + below * (1 - alpha);
    return [mixed(r, ground[0]), mixed(g, ground[1]), mixed(b, ground[2]), 1];
  };

  /** What is painted behind an element's content. */
  const behind = (element: Element | null): Colour => {
    if (!element) return colour("Canvas");
    const own = colour(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(element.parentElement));
  };

  const opacity = (element: Element | null): number =>
    element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;

  const ratio = (one: Colour, other: Colour) => {
    const part = (value: number) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const light = ([r, g, b]: Colour) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };

  /** Of a colour of an element, seen through its opacity, against a ground. */
  const seen = (css: string, element: Element, ground: Colour) => {
    const [r, g, b, alpha] = colour(css);
    return ratio(over([r, g, b, alpha * opacity(element)], ground), ground);
  };
  Object.assign(window, { contrast: { colour, behind, ratio, seen, opacity } });
}

declare global {
  interface Window {
    contrast: {
      behind(element: Element | null): [number, number, number, number];
      colour(css: string): [number, number, number, number];
      ratio(one: number[], other: number[]): number;
      seen(css: string, element: Element, ground: number[]): number;
    };
  }
}

/** Texts and hints that are too pale for their size. */
function pale() {
  const { behind, seen } = window.contrast;
  const found = new Set<string>();
  let checked = 0;
  const isActive = (element: Element) => !element.closest(":disabled, [aria-disabled=true]");
  const check = (element: Element, css: string, what: string) => {
    const { fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
    const is = seen(css, element, behind(element));
    checked++;
    if (is < least) found.add(`${what} ${is.toFixed(2)}`);
  };
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility() || element.closest(".unseen, svg") || !isActive(element)) continue;
    const { color } = getComputedStyle(element);
    const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
    if (text) check(element, color, `${element.tagName}.${element.className} “${text.textContent!.trim().slice(0, 20)}”`);
    if (element.matches("input, textarea") && element.getAttribute("placeholder")) {
      check(element, getComputedStyle(element, "::placeholder").color, `hint “${element.getAttribute("placeholder")}”`);
    }
  }
  return { checked, found: [...found] };
}

/** What is drawn, and told by that, too near in colour to what is beside it: less than 3 to 1. */
function faint() {
  const { behind, seen, ratio, colour } = window.contrast;
  const found = new Set<string>();
  const kinds: Record<string, number> = {};
  const check = (kind: string, element: Element, is: number) => {
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (is < 3) found.add(`${kind} of ${element.tagName}.${element.getAttribute("class") ?? ""} ${is.toFixed(2)}`);
  };
  const each = (selector: string, look: (element: Element) => void) => {
    for (const element of document.querySelectorAll(selector)) if (element.checkVisibility()) look(element);
  };
  each("input:not([type=checkbox], [type=file]), select, textarea", (field) => {
    const edge = getComputedStyle(field).borderTopColor;
    check("inner edge", field, ratio(colour(edge), behind(field)));
    check("outer edge", field, ratio(colour(edge), behind(field.parentElement)));
  });
  each(".shape, .lock", (shape) => {
    check("shape", shape, seen(getComputedStyle(shape).backgroundColor, shape, behind(shape.parentElement)));
  });
  each(".bar:not(.bar-unlimited)", (bar) => {
    const [track, fill] = [bar.querySelector(".track")!, bar.querySelector(".fill")!];
    check("bar", bar, seen(getComputedStyle(fill).fill, fill, colour(getComputedStyle(track).fill)));
  });
  each("button[aria-pressed=true]", (button) => {
    const other = button.parentElement!.closest("[role=group]")?.querySelector("button[aria-pressed=false]");
    if (other) check("pressed", button, ratio(behind(button), behind(other)));
  });
  each(".verdict, .missing, .link-says", (edge) => {
    check("mark", edge, ratio(colour(getComputedStyle(edge).borderLeftColor), behind(edge)));
  });
  return { kinds, found: [...found] };
}

async function inBoth(page: Page, look: (scheme: string) => Promise<void>) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await look(colorScheme);
  }
}

test.beforeEach(async ({ calculator }) => {
  await calculator.page.evaluate(tools);
});

for (const [state, reach] of Object.entries(STATES)) {
  test(`text, hints and what is drawn stand out while ${state}`, async ({ page, calculator }) => {
    await reach(calculator);
    await inBoth(page, async (scheme) => {
      const text = await page.evaluate(pale);
      expect(text.checked).toBeGreaterThan(60);
      expect(text.found, `text, ${scheme}`).toEqual([]);
      const drawn = await page.evaluate(faint);
      expect(Object.keys(drawn.kinds).length).toBeGreaterThan(3);
      expect(drawn.found, `what is drawn, ${scheme}`).toEqual([]);
      await page.emulateMedia({ forcedColors: "active" });
      expect((await page.evaluate(pale)).found, `text, forced, ${scheme}`).toEqual([]);
      await page.emulateMedia({ forcedColors: "none" });
    });
  });
}

/** How far the ring around the focus stands out from what it is drawn on. */
const ring = (target: Locator) =>
  target.evaluate((element: HTMLElement) => {
    element.focus({ focusVisible: true } as FocusOptions);
    const shown = element.matches("input[type=file]") ? element.closest("label")! : element;
    const { behind, ratio, colour } = window.contrast;
    const { outlineColor, outlineOffset } = getComputedStyle(shown);
    const ground = parseFloat(outlineOffset) < 0 ? behind(shown) : behind(shown.parentElement);
    return ratio(colour(outlineColor), ground);
  });

test("the ring around the focus stands out wherever it is drawn", async ({ page, calculator }) => {
  await STATES["example filled"](calculator);
  await calculator.row("vcpu").open();
  const { check, row } = { check: calculator.check("terraform-installed"), row: calculator.row("vcpu") };
  const places = [
    calculator.box, calculator.region, calculator.example, row.details, row.field("Limit"), row.pointer("Limit"),
    row.excerpt("Limit"), check.yes, page.getByRole("button", { name: "Copy: Commands for AWS CloudShell" }),
    page.getByLabel("Choose or drop files"), page.getByRole("link", { name: /^Resources/ }), page.locator("footer a"),
    page.locator("summary").first(), page.locator("#hand-over-ids"),
  ];
  await inBoth(page, async (scheme) => {
    for (const place of places) expect(await ring(place), `${place}, ${scheme}`).toBeGreaterThanOrEqual(3);
  });
});

test("what cannot be pressed looks so, and can still be read", async ({ page, calculator }) => {
  await calculator.arrives();
  const seen = (button: Locator) =>
    button.evaluate((it) => window.contrast.seen(getComputedStyle(it).color, it, window.contrast.behind(it)));
  await inBoth(page, async (scheme) => {
    for (const button of [calculator.clear, page.getByRole("button", { name: "Add another source" })]) {
      const [off, on] = [await seen(button), await seen(calculator.example)];
      expect(off, scheme).toBeGreaterThan(2.5);
      expect(on / off, scheme).toBeGreaterThan(2);
    }
  });
});
