// Where the calculator cannot run, the page says so in a sentence that can be seen.

import { expect, test } from "./page.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says that it needs it", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator("noscript p")).toHaveText([/is switched off/, /needs JavaScript and WebAssembly to do so/]);
    await expect(page.locator("noscript p").first()).toBeVisible();
  });

  test("the page does not say that it is loading", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByText("Loading the calculator…")).toBeHidden();
  });
});

test("under a policy without 'wasm-unsafe-eval' the page says so, and what to do", async ({ page, faults }) => {
  await page.route("/", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "default-src 'self'; img-src data:" };
    await route.fulfill({ response, headers });
  });
  await page.goto("/");
  await page.mouse.move(100, 100);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveText(/could not start.*'wasm-unsafe-eval'/);
  faults.expect(/wasm-eval|unsafe-eval|WebAssembly/);
});

test("while somebody waits for it, the page says that it loads", async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/*.wasm", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("BYOC readiness");
  await page.getByLabel("Exports and the welcome email").fill("AKIA");
  await expect(page.getByText("Loading the calculator…")).toBeVisible();
  arrive();
  await expect(page.getByLabel("Exports and the welcome email")).toHaveValue("AKIA");
  await expect(page.getByText("Loading the calculator…")).toHaveCount(0);
});
