// An assessment as a file: saved, opened again in another tab, and a new one that keeps nothing.

import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { EMAIL, SHORT_OF_VCPU, expect, test } from "./calculator.ts";

const ACCOUNT = "123456789012";
const LICENSE = "lic-0042-abcd-9f3e";

async function openMenu(page: Page) {
  const menu = page.locator(".assessment");
  if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
}

async function save(page: Page, withIds = false) {
  await openMenu(page);
  if (withIds) await page.getByLabel("with whole account numbers and license ID").check();
  const downloading = page.waitForEvent("download");
  await page.locator("#save").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("byoc-readiness-2026-11-24.json");
  return readFileSync(await download.path(), "utf8");
}

test("a saved assessment opens to the same verdict, rows and answers", async ({ calculator, page, context }) => {
  await calculator.paste(`${SHORT_OF_VCPU}\n\n${EMAIL}`);
  await calculator.row("vpc").state("Available", "2");
  await calculator.check("zilliz-account").yes.click();
  const sentence = await calculator.sentence.textContent();
  const text = await save(page);
  await openMenu(page);
  await page.locator("#new").click();
  await page.locator("#begin").click();
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
  await calculator.choose({ name: "saved.json", text });
  await expect(calculator.sentence).toHaveText(sentence!);
  await expect(calculator.row("vcpu").root).toHaveAttribute("data-status", "short");
  await expect(calculator.row("vpc").root).toHaveAttribute("data-status", "met");
  await expect(calculator.check("zilliz-account").yes).toHaveAttribute("aria-pressed", "true");
  await expect(calculator.check("aws-account").root).toContainText("••••••••9012");
});

test("without the tick a file holds neither a whole account number nor the license ID", async ({ calculator, page }) => {
  await calculator.paste(`${SHORT_OF_VCPU}\n\n${EMAIL}`);
  const text = await save(page);
  expect(text).not.toContain(ACCOUNT);
  expect(text).not.toContain(LICENSE);
  const whole = await save(page, true);
  expect(whole).toContain(ACCOUNT);
  expect(whole).toContain(LICENSE);
});

test("a new assessment keeps nothing of the last one, not even for undo", async ({ calculator, page }) => {
  await calculator.paste(`${SHORT_OF_VCPU}\n\n${EMAIL}`);
  await openMenu(page);
  await page.locator("#new").click();
  await expect(page.locator("#begin")).toBeFocused();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "not-ready");
  await page.locator("#new").click();
  await page.locator("#begin").click();
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
  await expect(page.locator("#new")).toBeFocused();
  await expect(calculator.undo).toHaveCount(0);
  await page.reload();
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(kept).not.toContain(ACCOUNT);
  expect(kept).not.toContain(LICENSE);
});

test("a file of a newer version is refused, and what is here stays", async ({ calculator, page }) => {
  await calculator.paste(SHORT_OF_VCPU);
  const text = JSON.stringify({ kind: "byoc-readiness-assessment", version: 99, sources: [], answers: {} });
  await calculator.choose({ name: "newer.json", text });
  await openMenu(page);
  await expect(page.locator(".assessment [role=status]")).toContainText("cannot read");
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "not-ready");
});

test("the menu opens a saved one, and says of another file that it is none", async ({ calculator, page }) => {
  await calculator.paste(SHORT_OF_VCPU);
  const text = await save(page);
  await calculator.clear.click();
  await openMenu(page);
  const open = page.getByLabel("Open a saved one");
  await open.setInputFiles({ name: "quotas.json", mimeType: "application/json", buffer: Buffer.from(SHORT_OF_VCPU) });
  await expect(page.locator(".assessment")).toContainText("That file is no saved assessment.");
  await expect(calculator.verdict).toHaveAttribute("data-verdict", "empty");
  await open.setInputFiles({ name: "saved.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(calculator.row("vcpu").status).toHaveText("Short");
  await expect(page.locator(".assessment")).not.toContainText("That file is no saved assessment.");
});
