// What a screen reader gets, line by line: roles, names, values and their order, kept in files beside
// this one and read by hand. Playwright
// would write figures as patterns; `UPDATE_TREES=1` writes them anew as they are, to be read again.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator } from "@playwright/test";
import { type Calculator, EMAIL, SHORT_OF_VCPU, expect, limit, test } from "./calculator.ts";
import { STATES } from "./states.ts";

interface Tree {
  reach: (calculator: Calculator) => Promise<unknown>;
  parts: (calculator: Calculator) => Record<string, Locator>;
}

const region = (calculator: Calculator, name: string | RegExp) => calculator.page.getByRole("region", { name });

const TREES: Record<string, Tree> = {
  empty: {
    reach: STATES.empty,
    parts: (calculator) => ({
      header: calculator.page.getByRole("banner"),
      verdict: calculator.verdict,
      sources: region(calculator, "Paste everything here"),
      license: region(calculator, "License"),
      "hand-over": region(calculator, "Hand over"),
      footer: calculator.page.getByRole("contentinfo"),
    }),
  },
  example: {
    reach: STATES["example filled"],
    parts: (calculator) => ({
      header: calculator.page.getByRole("banner"),
      verdict: calculator.verdict,
      sources: calculator.page.getByRole("list", { name: "Sources" }),
      license: region(calculator, "License"),
      "short-row": calculator.row("vcpu").root,
      "met-row": calculator.row("block-storage").root,
    }),
  },
  corrected: {
    reach: async (calculator) => {
      await calculator.box.fill(SHORT_OF_VCPU);
      await calculator.row("vcpu").state("Limit", "many");
      await calculator.check("terraform-installed").yes.click();
    },
    parts: (calculator) => ({
      row: calculator.row("vcpu").root,
      notices: region(calculator, "Notices"),
      answered: calculator.check("terraform-installed").root,
      open: calculator.check("operating-system").root,
    }),
  },
  problems: {
    reach: async (calculator) => {
      await STATES["unable to read"](calculator);
      await calculator.box.fill("AKIAIOSFODNN7EXAMPLE\n\n50\n");
    },
    parts: (calculator) => ({
      sources: calculator.page.getByRole("list", { name: "Sources" }),
      link: calculator.page.locator(".link-says"),
      compare: calculator.page.locator(".compare"),
    }),
  },
  ready: {
    reach: STATES.ready,
    parts: (calculator) => ({ verdict: calculator.verdict }),
  },
  call: {
    reach: STATES["on a call"],
    parts: (calculator) => ({ list: region(calculator, "What is still open") }),
  },
  "what-if": {
    reach: STATES["with other requirements"],
    parts: (calculator) => ({
      verdict: calculator.verdict,
      changes: region(calculator, "Changed requirements"),
      deployment: calculator.page.getByRole("group", { name: "Deployment" }),
      row: calculator.row("vcpu").root,
    }),
  },
  compared: {
    reach: STATES["handing over"],
    parts: (calculator) => ({
      compared: calculator.page.locator(".compare"),
      link: calculator.page.locator(".way").filter({ hasText: "Make a link" }),
    }),
  },
  menu: {
    reach: STATES["with the menu open"],
    parts: (calculator) => ({ menu: calculator.page.locator(".assessment") }),
  },
  cleared: {
    reach: async (calculator) => {
      await calculator.box.fill(EMAIL);
      await calculator.clear.click();
    },
    parts: (calculator) => ({ header: calculator.page.getByRole("banner") }),
  },
  created: {
    reach: async (calculator) => {
      await STATES["with names taken and actions denied"](calculator);
      await calculator.page.getByLabel("Filter").fill("role exists");
    },
    parts: (calculator) => ({ table: calculator.page.locator(".created") }),
  },
  compact: {
    reach: async (calculator) => {
      await calculator.page.goto("/?embed=1");
      await calculator.box.fill(`${limit("vpc/L-F678F1CE", 1)}`);
    },
    parts: (calculator) => ({ verdict: calculator.verdict, row: calculator.row("vpc").root }),
  },
};

const KEPT = fileURLToPath(new URL("tree.spec.ts-snapshots/", import.meta.url));

/** The tree of a place, all of it. Where a server stands and what a link holds is another test's. */
async function treeOf(place: Locator) {
  await place.waitFor();
  const tree = await place.ariaSnapshot();
  return `- /children: deep-equal\n${tree.replace(/"?http:\S+#a1=\S+/g, "/^http:.+#a1=.+$/")}\n`;
}

for (const [state, { reach, parts }] of Object.entries(TREES)) {
  test(`reads as it is kept: ${state}`, async ({ calculator }) => {
    await calculator.arrives();
    await reach(calculator);
    for (const [part, place] of Object.entries(parts(calculator))) {
      const name = `${state}-${part}.aria.yml`;
      if (process.env.UPDATE_TREES) {
        mkdirSync(KEPT, { recursive: true });
        writeFileSync(KEPT + name, await treeOf(place));
      }
      await expect(place).toMatchAriaSnapshot({ name });
    }
  });
}

test("every status region is polite, there before it speaks, and short", async ({ page, calculator }) => {
  await calculator.arrives();
  const count = await page.getByRole("status").count();
  const lives = await page.locator("[role=alert], [aria-live=assertive]").count();
  expect(lives).toBe(0);
  await STATES["example filled"](calculator);
  await expect(calculator.word).toHaveText("Not ready");
  const said = await page.getByRole("status").allInnerTexts();
  expect(said.length).toBeGreaterThanOrEqual(count);
  expect(said.filter((text) => text.length > 250)).toEqual([]);
});
