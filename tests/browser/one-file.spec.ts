// The page as one file, opened from a disk.

import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { Calculator, DIST, EMAIL, ROOMY, SHORT_OF_VCPU, TODAY, expect, test } from "./calculator.ts";

const FILE = pathToFileURL(`${DIST}/byoc-readiness.html`).href;
const VERSION = JSON.parse(readFileSync(fileURLToPath(new URL("../../pkg/package.json", import.meta.url)), "utf8")).version;

test.beforeEach(({ faults }) => faults.allow("null"));

/** The file, on a machine without a network. */
const base = test.extend<{ file: Calculator }>({
  file: async ({ page, context }, use) => {
    await context.setOffline(true);
    await page.clock.setFixedTime(TODAY);
    await page.goto(FILE);
    const calculator = new Calculator(page);
    await expect(calculator.box).toBeVisible();
    await use(calculator);
  },
});

async function reportOf(page: Page): Promise<string> {
  const saved = page.waitForEvent("download");
  await page.locator("#save-json").click();
  return readFileSync((await (await saved).path())!, "utf8");
}

base("opens without a network, and asks for nothing but itself", async ({ page, context }) => {
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  await context.setOffline(true);
  await page.goto(FILE);
  const calculator = new Calculator(page);
  await calculator.box.fill(SHORT_OF_VCPU);
  await expect(calculator.word).toHaveText("Not ready");
  expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([FILE]);
});

for (const [what, text] of [
  ["short", `${SHORT_OF_VCPU}\n${EMAIL}`],
  ["roomy", `${ROOMY}\n${EMAIL}`],
  ["nonsense", "what is this?"],
] as const) {
  base(`gives the same report as the hosted page, byte for byte: ${what}`, async ({ file, page, context, origin }) => {
    await file.box.fill(text);
    const alone = await reportOf(page);
    await context.setOffline(false);
    await page.goto(origin);
    const hosted = new Calculator(page);
    await hosted.box.fill(text);
    expect(alone).toBe(await reportOf(page));
    expect(JSON.parse(alone).sources).toHaveLength(1);
  });
}

base("says its version and its day", async ({ file }) => {
  await expect(file.page.locator(".version")).toHaveText(new RegExp(`^byoc-readiness ${VERSION} · 20\\d\\d-\\d\\d-\\d\\d$`));
});

base("takes what its address asks for, and says what it cannot", async ({ page, file }) => {
  await expect(file.box).toBeVisible();
  await page.goto(`${FILE}?profile=aws-terraform-minimum`);
  await expect(file.row("vcpu").figure("Required")).toHaveText("56 vCPU");
  await page.goto(`${FILE}?region=mars-1`);
  await expect(page.getByRole("alert")).toContainText('region: "mars-1" is no commercial AWS Region');
  await expect(file.row("vcpu").figure("Required")).toHaveText("80 vCPU");
});

base("offers no link, since its address leads nobody there", async ({ file, page }) => {
  await file.box.fill(SHORT_OF_VCPU);
  await expect(page.locator("#save-json")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a link" })).toHaveCount(0);
});

base("allows its own two texts and no connection", async ({ page, file, faults }) => {
  await expect(file.box).toBeVisible();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy!.replace(/sha256-[\w+/]{43}=/g, "…")).toBe(
    "default-src 'none'; script-src '…' 'wasm-unsafe-eval'; style-src '…'; img-src data:; base-uri 'none'; form-action 'none'",
  );
  const refused = await page.evaluate(() => fetch("https://example.com").then(() => "", (error) => String(error)));
  expect(refused).toContain("Failed to fetch");
  faults.expect(/Content Security Policy|securitypolicyviolation: connect-src/);
});
