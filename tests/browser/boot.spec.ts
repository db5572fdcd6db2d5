// The page starts, from its own files alone, wherever it stands; and where it cannot, it says so.

import type { Page } from "@playwright/test";
import { loads } from "../size/first-load.mjs";
import { DEEP, DIST, expect, test } from "./page.ts";

/** Something that only the calculator does, and not the page as it is drawn. */
async function expectStarted(page: Page) {
  await page.getByRole("button", { name: "Call mode" }).click();
  await expect(page.getByRole("button", { name: "Call mode" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("alert")).toHaveCount(0);
}

async function expectExcuse(page: Page, excuse = /could not start.*WebAssembly/) {
  await expect(page.getByRole("alert")).toHaveText(excuse);
  await expect(page.getByRole("alert")).toBeVisible();
}

test("starts", async ({ page }) => {
  await page.goto("/");
  await expectStarted(page);
});

test("starts under any path", async ({ page }) => {
  await page.goto(DEEP);
  await expectStarted(page);
});

test("loads the files that the size budget counts, each once, and no other", async ({ page }) => {
  const { first, later } = loads(DIST);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  await page.goto("/index.html");
  await page.waitForLoadState("networkidle");
  expect(asked.sort()).toEqual([...first].sort());
  await page.mouse.move(100, 100);
  await expectStarted(page);
  await page.waitForLoadState("networkidle");
  expect(asked.sort()).toEqual([...first, ...later].sort());
});

test("has no inline script and no inline style", async ({ page }) => {
  await page.goto("/");
  await expectStarted(page);
  await expect(page.locator("script:not([src]), style, [style]")).toHaveCount(0);
});

for (const part of ["wasm", "js"]) {
  test(`says so when its .${part} file does not arrive`, async ({ page, faults }) => {
    await page.route(`**/byoc-readiness-*.${part}`, (route) => route.abort());
    await page.goto("/");
    await page.mouse.move(100, 100);
    await expectExcuse(page);
    faults.expect(/ERR_FAILED|Failed to fetch/);
  });

  test(`says so when its .${part} file is not the one it was built with`, async ({ page, faults }) => {
    await page.route(`**/byoc-readiness-*.${part}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from("\n")]) });
    });
    await page.goto("/");
    await page.mouse.move(100, 100);
    await expectExcuse(page);
    faults.expect(/integrity|Failed to fetch/);
  });
}

test("says so in a browser without WebAssembly", async ({ page, faults }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("/");
  await page.mouse.move(100, 100);
  await expectExcuse(page, /needs WebAssembly, which this browser does not have/);
  faults.expect(/WebAssembly/);
});
