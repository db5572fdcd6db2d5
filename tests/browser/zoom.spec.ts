// The page zoomed in to 200 % and 400 %, and with the text spacing that WCAG 1.4.12 asks for: nothing
// is cut off, nothing lies over something else, nothing has to be pushed sideways.

import type { Page } from "@playwright/test";
import { expect, test } from "./calculator.ts";
import { STATES } from "./states.ts";

/** A window of 1280 × 1024 px at 100 %, 200 % and 400 %. */
const ZOOMS = [[1280, 1024], [640, 512], [320, 256]] as const;

/** Lines 1.5, paragraphs 2, letters 0.12 and words 0.16 times as far apart as the text is high. */
async function space(page: Page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
    document.adoptedStyleSheets = [sheet];
  });
}

/** What sticks out of the page, is cut off, or lies over another text. */
function broken() {
  const found: string[] = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) found.push(`sideways by ${wide}: ${[...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > innerWidth && !it.closest(".unseen, pre")).map((it) => it.tagName + "." + it.className).slice(0, 4)}`);
  const say = (element: Element) => `${element.tagName}.${element.getAttribute("class") ?? ""} “${element.textContent!.trim().slice(0, 30)}”`;

  // What scrolls by itself cuts nothing off; of one that ends in an ellipsis “More” shows the rest.
  const isCut = (element: Element) => {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    const isClipped = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
    const [dx, dy] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
    return isClipped && textOverflow !== "ellipsis" && (dx > 1 || dy > 1);
  };
  const isShown = (element: Element) => element.checkVisibility() && !element.closest(".unseen, thead, svg, option");
  for (const element of document.querySelectorAll("body *")) {
    if (!isShown(element)) continue;
    const isControl = element.matches("button, .button, select, .badge, .state, .chip");
    if (isControl && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) found.push(`too narrow: ${say(element)}`);
    if (isCut(element) && !element.matches("input") && !element.closest(".folded > .says")) found.push(`cut: ${say(element)}`);
  }

  // The box of every line of text, but of what lies over the page on purpose.
  const floats = "[open].assessment > .menu, .verdict, .rescue";
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes: { node: Node; box: DOMRect }[] = [];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const around = node.parentElement!;
    if (!node.textContent!.trim() || !isShown(around) || around.closest("pre, textarea, .folded > .says > .note") || around.closest(floats)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) boxes.push({ node, box });
  }
  boxes.sort((a, b) => a.box.top - b.box.top);
  boxes.forEach(({ node, box }, at) => {
    for (const other of boxes.slice(at + 1)) {
      if (other.box.top > box.bottom) break;
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      // Lines stand closer than their boxes are high.
      const isOver = across > 2 && down > Math.min(box.height, other.box.height) * 0.4;
      if (other.node !== node && isOver) found.push(`over one another: ${say(node.parentElement!)} and ${say(other.node.parentElement!)}`);
    }
  });
  return { found: [...new Set(found)].slice(0, 8), texts: boxes.length };
}

for (const [state, reach] of Object.entries(STATES)) {
  test(`nothing is cut or covered while ${state}`, async ({ page, calculator }) => {
    await reach(calculator);
    const seen: Record<string, string[]> = {};
    const look = async (spacing: string) => {
      for (const [width, height] of ZOOMS) {
        await page.setViewportSize({ width, height });
        const { found, texts } = await page.evaluate(broken);
        expect(texts).toBeGreaterThan(40);
        if (found.length > 0) seen[`${width} px, ${spacing}`] = found;
      }
    };
    await look("as it is");
    await space(page);
    await look("spaced");
    expect(seen).toEqual({});
  });
}
