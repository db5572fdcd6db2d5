// What an answer does not change stays as it is: views are kept, folded parts are not made, and large
// sources are not stored again.

import type { Page } from "@playwright/test";
import { EMAIL, ROOMY, expect, sample, test } from "./calculator.ts";

/** Notes every change below the places that this selects, as the place's tag and class. */
async function watch(page: Page, places: string) {
  await page.evaluate((places) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const note = ({ type, target }: MutationRecord) => {
      const element = target instanceof Element ? target : target.parentElement!;
      seen.push(`${type} ${element.tagName}.${element.className}`);
    };
    const observer = new MutationObserver((records) => records.forEach(note));
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    for (const place of document.querySelectorAll(places)) observer.observe(place, everything);
  }, places);
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: string[] }).seen);

test.beforeEach(({ calculator }) => calculator.box.fill(`${ROOMY}\n${EMAIL}`));

test("an answer changes no row, no other check and no block", async ({ page, calculator }) => {
  await watch(page, "[data-row], [data-check]:not([data-check=zilliz-account]), .ask, .license .fields, footer");
  await calculator.check("zilliz-account").yes.click();
  await expect(calculator.sentence).toContainText("5 confirmations are open");
  expect(await seen(page)).toEqual([]);
});

test("another number of instances changes the rows that follow from it, and rebuilds none", async ({ page, calculator }) => {
  await page.getByText("What if: other instances").click();
  await watch(page, "[data-row]:not([data-row=vcpu]):not([data-row=memory]), .sections, .ask");
  await page.getByRole("spinbutton", { name: "Number of m6i.xlarge" }).fill("5");
  await expect(calculator.row("vcpu").figure("Required")).toHaveText("84 vCPUadjusted from 80 vCPU");
  expect(await seen(page)).toEqual([]);
});

test("another Region keeps the cells and the bars of the rows", async ({ page, calculator }) => {
  const parts = page.locator("[data-row=vcpu] :is(.amount, svg, rect)");
  const before = await parts.elementHandles();
  expect(before.length).toBeGreaterThan(6);
  await calculator.region.selectOption("eu-central-1");
  await expect(calculator.row("vcpu").status).toHaveText("Missing");
  for (const part of before) expect(await part.evaluate((it) => it.isConnected)).toBe(true);
});

test("the policy and the message are made when they are opened", async ({ page, calculator }) => {
  await expect(calculator.block).toBeVisible();
  await expect(page.locator(".ask pre")).toHaveCount(1);
  await page.getByText("IAM policy that allows it").click();
  await expect(page.locator(".ask pre")).toHaveCount(2);
});

test("an answer does not store the sources again", async ({ page, calculator }) => {
  await calculator.choose({ name: "all.json", text: sample("list-service-quotas.ec2.json.txt") });
  await expect(calculator.source("all.json")).toBeVisible();
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("byoc-readiness-sources"))).toContain("all.json");
  // The test's clock numbers its timers higher than the page can take back, so that one from before
  // the file may still be to come.
  await page.clock.runFor(1_000);
  await page.evaluate(() => {
    const stored: string[] = [];
    Object.assign(window, { stored });
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key: string, value: string) {
      stored.push(key);
      setItem.call(this, key, value);
    };
  });
  await calculator.check("zilliz-account").yes.click();
  const stored = () => page.evaluate(() => (window as unknown as { stored: string[] }).stored);
  await expect.poll(stored).toEqual(["byoc-readiness"]);
});
